import { useEffect, useState } from 'react';
import { useIsTabVisible } from '../query/useIsTabVisible.ts';
import { usePanel } from './PanelContext.ts';

/** Returns the time of the panel's clock, and renders again every `stepMs` milliseconds while the tab is shown. */
export function useNow(stepMs: number): number {
  const { clock } = usePanel();
  const [nowMs, setNowMs] = useState(() => clock.now());
  const isTabVisible = useIsTabVisible();
  useEffect(() => {
    if (!isTabVisible) return;
    let cancel: () => void;
    const tick = (): void => {
      setNowMs(clock.now());
      cancel = clock.setTimeout(tick, stepMs);
    };
    tick();
    return () => cancel();
  }, [clock, stepMs, isTabVisible]);
  return nowMs;
}
