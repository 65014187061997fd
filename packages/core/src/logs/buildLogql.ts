import type { Matcher } from '@glasspane/promql/syntax';
import type { LineFilter, LogqlQuery } from './LogqlQuery.ts';
import { printLogql } from './printLogql.ts';

/**
 * A LogQL log query in words.
 *
 * @public
 */
export interface LogqlParts {
  readonly matchers?: readonly Matcher[] | undefined;
  /** Conditions on the labels of the line, which has those of its stream and may have more. */
  readonly labelFilters?: readonly Matcher[] | undefined;
  /** Texts that the line must contain, all of them. */
  readonly contains?: readonly string[] | undefined;
  /** Texts that the line must not contain. */
  readonly excludes?: readonly string[] | undefined;
  /** Regular expressions (RE2) that must match somewhere in the line, all of them. */
  readonly matches?: readonly string[] | undefined;
  /** Regular expressions (RE2) that must not match anywhere in the line. */
  readonly mismatches?: readonly string[] | undefined;
}

/**
 * Returns the LogQL of a query in words. Whatever characters the texts have, they stay texts; empty ones are left out.
 *
 * @example
 * ```ts
 * buildLogql({ matchers: [{ name: 'app', operator: '=', value: 'api' }], contains: ['"GET'] }); // {app="api"} |= "\"GET"
 * ```
 *
 * @public
 */
export function buildLogql(parts: LogqlParts): string {
  return printLogql(narrowLogql({ matchers: [], filters: [], labelFilters: [] }, parts));
}

/**
 * Returns a query narrowed down by more conditions.
 *
 * @public
 */
export function narrowLogql(query: LogqlQuery, parts: LogqlParts): LogqlQuery {
  return {
    matchers: [...query.matchers, ...(parts.matchers ?? [])],
    filters: [...query.filters, ...lineFilters(parts)],
    labelFilters: [...query.labelFilters, ...(parts.labelFilters ?? [])],
  };
}

function lineFilters({
  contains = [],
  excludes = [],
  matches = [],
  mismatches = [],
}: LogqlParts): readonly LineFilter[] {
  const filters = [
    ...contains.map((value): LineFilter => ({ operator: '|=', value })),
    ...excludes.map((value): LineFilter => ({ operator: '!=', value })),
    ...matches.map((value): LineFilter => ({ operator: '|~', value })),
    ...mismatches.map((value): LineFilter => ({ operator: '!~', value })),
  ];
  return filters.filter(({ value }) => value !== '');
}
