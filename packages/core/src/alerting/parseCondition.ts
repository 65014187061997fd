import { type Expr, parseExpr, typeOf } from '@glasspane/promql/syntax';
import { GlasspaneError } from '../errors/GlasspaneError.ts';

/**
 * Parses the condition of an alert rule: PromQL that gives one series for each thing that is wrong.
 *
 * @throws {@link GlasspaneError} `bad_query` when it is no PromQL, or gives no series; the message says what to write.
 * @public
 */
export function parseCondition(condition: string): Expr {
  const expr = parsed(condition);
  const type = typeOf(expr);
  if (type === 'matrix') {
    throw new GlasspaneError(
      'bad_query',
      `the condition ${condition} is a range of samples; put a function around it, as in rate(errors_total[5m]) > 0`,
    );
  }
  if (type === 'string') {
    throw new GlasspaneError(
      'bad_query',
      `the condition ${condition} is a text; compare a metric, as in error_rate > 0.05`,
    );
  }
  return expr;
}

function parsed(condition: string): Expr {
  try {
    return parseExpr(condition);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GlasspaneError(
      'bad_query',
      `the condition is no PromQL: ${reason}; write a metric compared with a number, as in error_rate > 0.05`,
      { cause: error },
    );
  }
}
