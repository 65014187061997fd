import type { Field } from '@glasspane/core';

/** What the cells of a column must be for their rows to be shown. */
export interface ColumnFilter {
  /** Holds this text, whatever the case of its letters. */
  readonly text?: string | undefined;
  /** Is one of these. */
  readonly values?: ReadonlySet<string> | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Returns the filter, or nothing where it lets everything pass. */
export function usefulFilter(filter: ColumnFilter): ColumnFilter | undefined {
  const { text = '', values, min, max } = filter;
  return text.trim() === '' && values === undefined && min === undefined && max === undefined ? undefined : filter;
}

/** Returns what tells whether a row passes. */
export function filterTest(field: Field, filter: ColumnFilter): (row: number) => boolean {
  const { values, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = filter;
  if (field.kind === 'string') {
    const wanted = (filter.text ?? '').trim().toLowerCase();
    return (row) => {
      const text = field.values[row] ?? '';
      return (values === undefined || values.has(text)) && (wanted === '' || text.toLowerCase().includes(wanted));
    };
  }
  if (field.kind === 'series') return () => true;
  // NaN is no number that lies between two, and a gap's value is NaN.
  return (row) => {
    const value = field.values[row] ?? Number.NaN;
    return value >= min && value <= max;
  };
}

/** A text of a column, and how many rows have it. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

/** Returns the texts of a column, the most frequent first, at most so many. */
export function countTexts(texts: readonly string[], limit: number): readonly CountedText[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, limit);
}
