import type { Clock } from '@glasspane/core';

/** The time of the browser (or of the process, when rendering on a server). */
export const browserClock: Clock = {
  now: () => Date.now(),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
