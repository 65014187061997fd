import {
  formatDuration,
  formatNumber,
  parseExpr,
  printExpr,
  printSelector,
  quoteString,
} from '@glasspane/promql/syntax';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { AlertCondition } from './AlertCondition.ts';

/**
 * Returns the PromQL of a condition in its short form.
 *
 * @throws {@link GlasspaneError} `invalid` when it has a name or number that PromQL does not take.
 * @example
 * ```ts
 * conditionToExpr({ metric: 'errors_total', over: { reducer: 'rate', windowMs: 300_000 }, operator: '>', threshold: 5 });
 * // rate(errors_total[5m]) > 5
 * ```
 * @public
 */
export function conditionToExpr({
  metric,
  matchers = [],
  over,
  aggregate,
  operator,
  threshold,
}: AlertCondition): string {
  const selector = printSelector([{ name: '__name__', operator: '=', value: metric }, ...matchers]);
  const reduced = over === undefined ? selector : `${over.reducer}(${selector}[${formatDuration(over.windowMs)}])`;
  const by = aggregate?.by ?? [];
  const grouping = by.length === 0 ? '' : ` by (${by.map(labelName).join(', ')}) `;
  const joined = aggregate === undefined ? reduced : `${aggregate.operator}${grouping}(${reduced})`;
  try {
    return printExpr(parseExpr(`${joined} ${operator} ${formatNumber(threshold)}`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GlasspaneError('invalid', `the condition on ${metric} cannot be written as PromQL: ${reason}`, {
      cause: error,
    });
  }
}

function labelName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoteString(name);
}
