import { CancelledError, type ErrorCode, GlasspaneError, toGlasspaneError } from '@glasspane/core';
import { PromqlEvaluationError, type PromqlEvaluationErrorKind, PromqlSyntaxError } from '@glasspane/promql';

const CODES: Readonly<Record<Exclude<PromqlEvaluationErrorKind, 'cancelled'>, ErrorCode>> = {
  execution: 'bad_query',
  too_many_samples: 'too_many_samples',
  too_many_series: 'too_many_series',
  too_many_points: 'too_many_points',
  too_deep: 'bad_query',
  timeout: 'timeout',
};

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  too_many_samples: 'Ask for a shorter time range, or for fewer series with matchers.',
  too_many_series: 'Narrow the query down with matchers.',
  too_many_points: 'Ask for a shorter time range or a longer step.',
  timeout: 'Ask for a shorter time range or fewer series.',
};

/** Returns what the parser or the evaluator threw as an error of the contract. */
export function toMemoryError(thrown: unknown): GlasspaneError {
  if (thrown instanceof PromqlSyntaxError) {
    return new GlasspaneError('bad_query', `The query cannot be read${placeOf(thrown)}: ${thrown.reason}.`, {
      cause: thrown,
    });
  }
  if (!(thrown instanceof PromqlEvaluationError)) return toGlasspaneError(thrown);
  if (thrown.kind === 'cancelled') return new CancelledError(thrown.cause);
  const code = CODES[thrown.kind];
  const advice = ADVICE[code];
  const message = `The query cannot be answered: ${thrown.message}.${advice === undefined ? '' : ` ${advice}`}`;
  return new GlasspaneError(code, message, { cause: thrown });
}

/** The message of the parser begins with line and column. */
function placeOf({ message }: PromqlSyntaxError): string {
  const [, line, column] = /^(\d+):(\d+): /.exec(message) ?? [];
  return line === undefined ? '' : ` at line ${line}, column ${column}`;
}
