/** How long work may be put off for other work. */
const PATIENCE_MS = 1000;

/**
 * Calls back when the browser has nothing else to do, but not before some time has gone by.
 *
 * @returns Calls it off.
 */
export function whenIdle(callback: () => void, afterMs = 0): () => void {
  let idle: number | undefined;
  const timer = setTimeout(
    () => {
      // Safari has none.
      if (typeof requestIdleCallback === 'undefined') callback();
      else idle = requestIdleCallback(callback, { timeout: PATIENCE_MS });
    },
    Math.max(0, afterMs),
  );
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
