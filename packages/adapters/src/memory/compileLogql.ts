import type { LogEntry } from '@glasspane/core';
import type { LineFilter, LogqlQuery } from '@glasspane/core/logs';
import { compileMatchers, createMatcherPredicate, type Labels } from '@glasspane/promql';

/**
 * What a query looks at.
 *
 * @public
 */
export interface TestedLog extends Pick<LogEntry, 'labels' | 'line'> {
  /** Labels of this line alone, where they are kept apart from those of its stream. */
  readonly metadata?: Labels | undefined;
}

/**
 * Returns a function that says whether a query finds a line. Regular expressions are RE2, and take time linear in the line.
 *
 * @public
 */
export function compileLogql({ matchers, filters, labelFilters }: LogqlQuery): (entry: TestedLog) => boolean {
  const isStream = compileMatchers(matchers);
  const tests = filters.map(compileFilter);
  const isLabelled = compileMatchers(labelFilters);
  return ({ labels, line, metadata }) =>
    isStream(labels) &&
    isLabelled(metadata === undefined ? labels : { ...metadata, ...labels }) &&
    tests.every((isMatch) => isMatch(line));
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
