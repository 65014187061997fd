import { BRIGHT_COLORS, SERIES_COLORS } from './seriesColors.ts';

/** A series that wants a colour. */
export interface ColorWish {
  /** Unique among the series of the chart. */
  readonly key: string;
  /** What the colour is chosen by: series that are the same to the viewer have the same one. */
  readonly colorKey: string;
}

/**
 * Returns a place in the palette for each key: the one that its colour key asks for, or, where another series of the same
 * chart has it already, the next free one. So a series keeps its colour over refreshes and in every widget that shows it
 * among the same others, whatever their order.
 */
export function assignColors(wishes: readonly ColorWish[]): ReadonlyMap<string, number> {
  const ordered = wishes.map(({ key, colorKey }) => ({ key, wish: hash(colorKey) })).sort(compareWishes);
  const colors = new Map<string, number>();
  const uses = SERIES_COLORS.map(() => 0);
  for (const { key, wish } of ordered) {
    const round = Math.floor(colors.size / SERIES_COLORS.length);
    const color = preferences(wish).find((place) => (uses[place] ?? 0) <= round) ?? 0;
    uses[color] = (uses[color] ?? 0) + 1;
    colors.set(key, color);
  }
  return colors;
}

interface OrderedWish {
  readonly key: string;
  readonly wish: number;
}

function compareWishes(a: OrderedWish, b: OrderedWish): number {
  return a.wish - b.wish || (a.key < b.key ? -1 : 1);
}

// All bright colours from the wished one on, then all others.
function preferences(wish: number): readonly number[] {
  return SERIES_COLORS.map((_, index) => {
    const isBright = index < BRIGHT_COLORS;
    const [first, count] = isBright ? [0, BRIGHT_COLORS] : [BRIGHT_COLORS, SERIES_COLORS.length - BRIGHT_COLORS];
    return first + ((wish + index - first) % count);
  });
}

// FNV-1a, 32 bits: spreads short, similar texts well.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // The low bits of similar texts are alike; the high bits are not.
  return (value ^ (value >>> 15)) >>> 0;
}
