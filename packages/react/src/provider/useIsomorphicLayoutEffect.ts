import { useEffect, useLayoutEffect } from 'react';

/** Runs before paint in a browser and not at all on a server, where React 18 would warn about `useLayoutEffect`. */
export const useIsomorphicLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? useEffect : useLayoutEffect;
