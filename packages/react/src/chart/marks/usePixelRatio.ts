import { useSyncExternalStore } from 'react';

/** Returns how many pixels of the screen there are for each of the page, and follows it. */
export function usePixelRatio(): number {
  return useSyncExternalStore(follow, read, () => 1);
}

function read(): number {
  return Math.max(1, globalThis.devicePixelRatio);
}

function follow(onChange: () => void): () => void {
  let query: MediaQueryList;
  const listen = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', change, { once: true });
  };
  const change = (): void => {
    listen();
    onChange();
  };
  listen();
  return () => query.removeEventListener('change', change);
}
