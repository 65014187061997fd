import { quoteString } from '@glasspane/promql/syntax';
import type { LogqlQuery } from './LogqlQuery.ts';

/**
 * Returns a query as LogQL, every text escaped; {@link parseLogql} of it gives an equal query.
 *
 * @public
 */
export function printLogql({ matchers, filters }: LogqlQuery): string {
  const selector = matchers.map(({ name, operator, value }) => `${name}${operator}${quoteString(value)}`).join(', ');
  return [`{${selector}}`, ...filters.map(({ operator, value }) => `${operator} ${quoteString(value)}`)].join(' ');
}
