import { type RefObject, useCallback } from 'react';
import type { MarksHandle } from './marks/MarkCanvas.tsx';

/** Returns what lets one series stand out from the others, without a render; no key ends it. */
export function useHighlight(
  svg: RefObject<SVGSVGElement | null>,
  painted?: RefObject<MarksHandle | null>,
): (key: string | undefined) => void {
  return useCallback(
    (key) => {
      painted?.current?.highlight(key);
      svg.current?.classList.toggle('gp-chart-highlighting', key !== undefined);
      for (const mark of svg.current?.querySelectorAll<SVGElement>('.gp-series') ?? []) {
        mark.classList.toggle('gp-series-highlighted', mark.dataset.series === key);
      }
    },
    [svg, painted],
  );
}
