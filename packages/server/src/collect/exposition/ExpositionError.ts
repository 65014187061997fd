import { GlasspaneError } from '@glasspane/core';

/** What a target exposes does not follow its format. */
export class ExpositionError extends GlasspaneError {
  override readonly name: string = 'ExpositionError';
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(line: number, column: number, reason: string) {
    super('bad_response', `Line ${line}, column ${column} of the exposition: ${reason}`);
    this.line = line;
    this.column = column;
    this.reason = reason;
  }
}
