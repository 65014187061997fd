import { useCallback, useState } from 'react';

/** Which series are switched off, and what switches them. */
export interface SeriesVisibility {
  readonly hiddenKeys: ReadonlySet<string>;
  /** Shows this series alone; once more, all of them. */
  readonly isolate: (key: string) => void;
  /** Shows or hides this series. */
  readonly toggle: (key: string) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Keeps which series of a chart are switched off. A series that comes later is shown. */
export function useSeriesVisibility(keys: readonly string[]): SeriesVisibility {
  const [hiddenKeys, setHiddenKeys] = useState(NONE);
  const isolate = useCallback(
    (key: string): void => {
      setHiddenKeys((hidden) => {
        const others = keys.filter((other) => other !== key);
        const isAlone = !hidden.has(key) && others.every((other) => hidden.has(other));
        return isAlone ? NONE : new Set(others);
      });
    },
    [keys],
  );
  const toggle = useCallback((key: string): void => {
    setHiddenKeys((hidden) => {
      const next = new Set(hidden);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });
  }, []);
  return { hiddenKeys, isolate, toggle };
}
