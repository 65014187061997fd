import { GlasspaneError, type RangeRequest } from '@glasspane/core';

/**
 * Checks that a range has steps.
 *
 * @throws {@link GlasspaneError} `invalid` when the step is not positive, or the end lies before the start.
 */
export function checkRange({ startMs, endMs, stepMs }: RangeRequest): void {
  if (!(stepMs > 0)) throw new GlasspaneError('invalid', `The step must be longer than 0 ms; it is ${stepMs} ms.`);
  if (!(startMs <= endMs)) {
    throw new GlasspaneError('invalid', `The time range must end after its start; it is ${startMs} to ${endMs} ms.`);
  }
}
