import type { RangeRequest } from '@glasspane/core';

/** Returns the times at which a range query is evaluated, in milliseconds: from the start, by the step, up to the end. */
export function stepTimes({ startMs, endMs, stepMs }: RangeRequest): Float64Array {
  const count = endMs < startMs ? 0 : Math.floor((endMs - startMs) / stepMs) + 1;
  return Float64Array.from({ length: count }, (_, step) => startMs + step * stepMs);
}
