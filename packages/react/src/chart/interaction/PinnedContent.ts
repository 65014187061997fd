import type { TooltipRow } from './TooltipContent.ts';

/** A link of a pinned tooltip, its address known to be safe. */
export interface TooltipLink {
  readonly title: string;
  readonly href: string;
  readonly isNewTab?: boolean | undefined;
}

/** A line of a pinned tooltip. */
export interface PinnedRow extends TooltipRow {
  /** The value as a number, to sort by; left out: it comes last. */
  readonly order?: number | undefined;
  readonly links?: readonly TooltipLink[] | undefined;
}

/** In which order the lines of a tooltip are: as the series are, by value from the largest, or by name. */
export type TooltipSort = 'series' | 'value' | 'name';

/** What a pinned tooltip says. */
export interface PinnedContent {
  readonly title: string;
  /** In the order of the series. */
  readonly rows: readonly PinnedRow[];
  readonly note?: string | undefined;
}

/** Returns the lines in an order; those without a value are last in that of the values. */
export function sortPinnedRows(
  rows: readonly PinnedRow[],
  sort: TooltipSort,
  locale: string | undefined,
): readonly PinnedRow[] {
  if (sort === 'series') return rows;
  if (sort === 'name') {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return [...rows].sort((a, b) => compare(a.name, b.name));
  }
  return [...rows].sort((a, b) => rank(b.order) - rank(a.order));
}

// Finite stand-ins, because the difference of two infinities is not a number.
function rank(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value)) return -Number.MAX_VALUE;
  return Math.min(Number.MAX_VALUE / 2, Math.max(-Number.MAX_VALUE / 2, value));
}
