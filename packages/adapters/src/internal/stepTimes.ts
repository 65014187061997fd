import type { RangeRequest } from '@glasspane/core';

/** Returns the times at which a range query is evaluated, in milliseconds: from the start, by the step, up to the end. */
export function stepTimes({ startMs, endMs, stepMs }: RangeRequest): Float64Array {
  const times = new Float64Array(Math.floor((endMs - startMs) / stepMs) + 1);
  for (let step = 0; step < times.length; step += 1) times[step] = startMs + step * stepMs;
  return times;
}
