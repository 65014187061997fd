import type { Samples } from './values.ts';

/**
 * Returns the value at a time between two samples, on the line between them.
 *
 * @param isCounter - Whether a second value that is less than the first tells of a reset: then the line starts at zero.
 */
export function interpolate(
  { times, values }: Pick<Samples, 'times' | 'values'>,
  index: number,
  timeMs: number,
  isCounter = false,
): number {
  const [timeA = 0, timeB = 0] = [times[index], times[index + 1]];
  const [a = 0, b = 0] = [values[index], values[index + 1]];
  const start = isCounter && b < a ? 0 : a;
  return start + ((b - start) * (timeMs - timeA)) / (timeB - timeA);
}
