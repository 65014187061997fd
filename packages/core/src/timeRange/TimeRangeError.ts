import { GlasspaneError } from '../errors/GlasspaneError.ts';

/**
 * A time range cannot be understood, or its ends are the wrong way round.
 *
 * @public
 */
export class TimeRangeError extends GlasspaneError {
  override readonly name: string = 'TimeRangeError';
  /** Which end is wrong; `range` where each is right alone and they do not fit together. */
  readonly end: 'from' | 'to' | 'range';

  constructor(end: 'from' | 'to' | 'range', message: string) {
    super('invalid', message);
    this.end = end;
  }
}
