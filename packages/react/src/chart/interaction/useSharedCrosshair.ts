import { createContext, useCallback, useContext, useEffect, useRef } from 'react';
import type { SharedCrosshair } from './SharedCrosshair.ts';

/** Carries the crosshair that the charts of one dashboard share. */
export const SharedCrosshairContext: React.Context<SharedCrosshair | undefined> = createContext<
  SharedCrosshair | undefined
>(undefined);

/**
 * Joins the crosshair that the charts of one dashboard share; without a dashboard around it, nothing is shared. It never
 * renders.
 *
 * @param onMove - Shows where the crosshair of another chart stands, as a time in milliseconds; undefined: it is gone.
 * @returns A function, the same at every render, that tells the others where one's own stands.
 */
export function useSharedCrosshair(onMove: (timeMs: number | undefined) => void): (timeMs: number | undefined) => void {
  const shared = useContext(SharedCrosshairContext);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  const listener = useCallback((timeMs: number | undefined) => latest.current(timeMs), []);
  useEffect(() => shared?.subscribe(listener), [shared, listener]);
  return useCallback((timeMs) => shared?.move(timeMs, listener), [shared, listener]);
}
