import { GlasspaneError } from '../errors/GlasspaneError.ts';

/** What a step cannot do with the data it is given; {@link TransformError} says which step it was. */
export class StepError extends Error {
  override readonly name: string = 'StepError';
}

/**
 * A transformation cannot be applied to the results that there are: it names a field that none of them has, for instance.
 *
 * @public
 */
export class TransformError extends GlasspaneError {
  override readonly name: string = 'TransformError';
  /** The place of the transformation in the widget's list, from 0. */
  readonly index: number;
  /** The type of the transformation. */
  readonly type: string;

  constructor(index: number, type: string, problem: string) {
    super('invalid', `transformations[${index}] (${type}): ${problem}`);
    this.index = index;
    this.type = type;
  }
}
