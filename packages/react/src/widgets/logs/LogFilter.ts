import { type GlasspaneError, toGlasspaneError, type VariableValues } from '@glasspane/core';
import { interpolateLogql, LogqlSyntaxError, narrowLogql, parseLogql, printLogql } from '@glasspane/core/logs';

/** What the viewer narrows the lines down by. */
export interface LogFilter {
  readonly text: string;
  /** Takes the text for a regular expression. */
  readonly isRegex: boolean;
  readonly labels: readonly LogLabel[];
}

/** One label that lines must have. */
export interface LogLabel {
  readonly name: string;
  readonly value: string;
}

export const noFilter: LogFilter = { text: '', isRegex: false, labels: [] };

/** The query to ask, or why there is none. */
export type FilteredExpr =
  | { readonly status: 'ready'; readonly expr: string }
  /** The widget's own query is at fault. */
  | { readonly status: 'invalid'; readonly error: GlasspaneError }
  /** What the viewer typed is. */
  | { readonly status: 'bad-filter'; readonly reason: string };

/** Returns a widget's query with its variables filled in and the viewer's filter behind it. */
export function filteredExpr(expr: string, variables: VariableValues, filter: LogFilter): FilteredExpr {
  let query: ReturnType<typeof parseLogql>;
  try {
    query = interpolateLogql(parseLogql(expr), variables);
  } catch (error) {
    return { status: 'invalid', error: toGlasspaneError(error) };
  }
  const narrowed = printLogql(
    narrowLogql(query, {
      labelFilters: filter.labels.map(({ name, value }) => ({ name, operator: '=', value })),
      ...(filter.isRegex ? { matches: [filter.text] } : { contains: [filter.text] }),
    }),
  );
  try {
    parseLogql(narrowed);
  } catch (error) {
    return { status: 'bad-filter', reason: error instanceof LogqlSyntaxError ? error.reason : String(error) };
  }
  return { status: 'ready', expr: narrowed };
}

export function isFiltered({ text, labels }: LogFilter): boolean {
  return text !== '' || labels.length > 0;
}

/** Adds a label, or replaces the value that it had. */
export function withLabel(filter: LogFilter, label: LogLabel): LogFilter {
  return { ...filter, labels: [...filter.labels.filter(({ name }) => name !== label.name), label] };
}

export function withoutLabel(filter: LogFilter, name: string): LogFilter {
  return { ...filter, labels: filter.labels.filter((label) => label.name !== name) };
}
