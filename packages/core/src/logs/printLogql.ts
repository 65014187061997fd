import { type Matcher, quoteString } from '@glasspane/promql/syntax';
import type { LogqlQuery } from './LogqlQuery.ts';

/**
 * Returns a query as LogQL, every text escaped; {@link parseLogql} of it gives an equal query.
 *
 * @public
 */
export function printLogql({ matchers, filters, labelFilters }: LogqlQuery): string {
  return [
    `{${matchers.map(printMatcher).join(', ')}}`,
    ...filters.map(({ operator, value }) => `${operator} ${quoteString(value)}`),
    ...labelFilters.map((matcher) => `| ${printMatcher(matcher)}`),
  ].join(' ');
}

function printMatcher({ name, operator, value }: Matcher): string {
  return `${name}${operator}${quoteString(value)}`;
}
