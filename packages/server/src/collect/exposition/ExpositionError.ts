import { GlasspaneError } from '@glasspane/core';

/** What a target exposes does not follow its format. */
export class ExpositionError extends GlasspaneError {
  override readonly name: string = 'ExpositionError';
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;

  constructor(line: number, column: number, message: string) {
    super('bad_response', `Line ${line}, column ${column} of the exposition: ${message}`);
    this.line = line;
    this.column = column;
  }
}
