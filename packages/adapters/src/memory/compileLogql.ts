import type { LogEntry } from '@glasspane/core';
import type { LineFilter, LogqlQuery } from '@glasspane/core/logs';
import { compileMatchers, createMatcherPredicate } from '@glasspane/promql';

/**
 * Returns a function that says whether a query finds a line. Regular expressions are RE2, and take time linear in the line.
 *
 * @public
 */
export function compileLogql({ matchers, filters }: LogqlQuery): (entry: Pick<LogEntry, 'labels' | 'line'>) => boolean {
  const isStream = compileMatchers(matchers);
  const tests = filters.map(compileFilter);
  return ({ labels, line }) => isStream(labels) && tests.every((isMatch) => isMatch(line));
}

function compileFilter({ operator, value }: LineFilter): (line: string) => boolean {
  if (operator === '|=') return (line) => line.includes(value);
  if (operator === '!=') return (line) => !line.includes(value);
  // A matcher's expression is anchored, and its dot takes line breaks; here neither is so.
  const isMatch = createMatcherPredicate({
    name: 'line',
    operator: operator === '|~' ? '=~' : '!~',
    value: `(?s:.*)(?-s:${value})(?s:.*)`,
  });
  return isMatch;
}
