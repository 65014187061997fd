/** Hears where the crosshair of the others stands; undefined: nowhere. */
export type SharedCrosshairListener = (timeMs: number | undefined) => void;

/** What the charts of one dashboard share a crosshair through. */
export interface SharedCrosshair {
  /** Tells all others where one's crosshair stands, or that it is gone. */
  readonly move: (timeMs: number | undefined, from: SharedCrosshairListener) => void;
  /** Hears of the others' moves until the function it returns is called. */
  readonly subscribe: (listener: SharedCrosshairListener) => () => void;
}

/** Makes what the charts of one dashboard share a crosshair through. Nothing in it is shared with another one. */
export function createSharedCrosshair(): SharedCrosshair {
  const listeners = new Set<SharedCrosshairListener>();
  return {
    move(timeMs, from) {
      for (const listener of listeners) {
        if (listener !== from) listener(timeMs);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
