import { PromqlSyntaxError } from '@glasspane/promql/syntax';
import { CancelledError } from './CancelledError.ts';
import { GlasspaneError } from './GlasspaneError.ts';

/**
 * Returns anything that was thrown as a {@link GlasspaneError}: one as it is, an abort as a {@link CancelledError}, a
 * syntax error of PromQL as a `bad_query`, and everything else as a fault, with its cause.
 *
 * @public
 */
export function toGlasspaneError(thrown: unknown): GlasspaneError {
  if (thrown instanceof GlasspaneError) return thrown;
  if (thrown instanceof Error) {
    if (thrown instanceof PromqlSyntaxError) return new GlasspaneError('bad_query', thrown.message, { cause: thrown });
    if (thrown.name === 'AbortError') return new CancelledError(thrown);
    return new GlasspaneError('internal', thrown.message || thrown.name, { cause: thrown });
  }
  return new GlasspaneError('internal', `Something that is no error was thrown: ${textOf(thrown)}`, { cause: thrown });
}

function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}
