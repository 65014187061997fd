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

/** What things are sorted by. */
export interface SortKeys<TItem> {
  readonly nameOf: (item: TItem) => string;
  /** Left out: it has no value, and is last by value. */
  readonly orderOf: (item: TItem) => number | undefined;
}

const names = new Intl.Collator(undefined, { numeric: true });

/** Returns things, which come in the order of the series, in another order; `NaN` is last. */
export function sortedBy<TItem>(
  items: readonly TItem[],
  sort: TooltipSort,
  { nameOf, orderOf }: SortKeys<TItem>,
): readonly TItem[] {
  if (sort === 'series' || items.length < 2) return items;
  if (sort === 'name') return [...items].sort((a, b) => names.compare(nameOf(a), nameOf(b)));
  return [...items].sort((a, b) => rank(orderOf(b)) - rank(orderOf(a)) || 0);
}

// Finite stand-ins, because the difference of two infinities is not a number.
function rank(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value)) return -Number.MAX_VALUE;
  return Math.min(Number.MAX_VALUE / 2, Math.max(-Number.MAX_VALUE / 2, value));
}
