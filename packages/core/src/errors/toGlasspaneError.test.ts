import { parseExpr } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { CancelledError } from './CancelledError.ts';
import { GlasspaneError } from './GlasspaneError.ts';
import { InvalidDocumentError } from './InvalidDocumentError.ts';
import { toGlasspaneError } from './toGlasspaneError.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('toGlasspaneError', () => {
  it('gives ours as they are', () => {
    const error = new InvalidDocumentError('widget', [{ path: '', message: 'is none' }]);
    expect(toGlasspaneError(error)).toBe(error);
  });

  it.each([
    ['an abort', AbortSignal.abort().reason, 'cancelled', 'The request was cancelled by its caller.'],
    ['a syntax error', thrownBy(() => parseExpr('sum(')), 'bad_query', expect.stringMatching(/^1:5: parse error/)],
    ['another error', new TypeError('x is not a function'), 'internal', 'x is not a function'],
    ['an error without a message', new RangeError(), 'internal', 'RangeError'],
    ['a text', 'oops', 'internal', 'Something that is no error was thrown: oops'],
    ['nothing', undefined, 'internal', 'Something that is no error was thrown: undefined'],
    ['an object without a text', Object.create(null), 'internal', 'Something that is no error was thrown: object'],
  ])('makes one of %s', (_, thrown, code, message) => {
    const error = toGlasspaneError(thrown);
    expect(error).toBeInstanceOf(GlasspaneError);
    expect({ code: error.code, message: error.message, cause: error.cause }).toEqual({ code, message, cause: thrown });
  });

  it('makes a CancelledError of an abort', () => {
    expect(toGlasspaneError(AbortSignal.abort().reason)).toBeInstanceOf(CancelledError);
  });
});
