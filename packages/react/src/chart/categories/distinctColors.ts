import { assignColors } from '../../theme/assignColors.ts';
import { SERIES_COLORS } from '../../theme/seriesColors.ts';
import { seriesColor } from '../../theme/themeColor.ts';
import type { RankedEntry } from './rankedEntries.ts';

/**
 * Returns the entries each in a colour of its own, as far as there are colours: the rows of a table, and the series of two
 * queries, share those of their column and their query. What has its colour by its value keeps it.
 */
export function distinctColors(entries: readonly RankedEntry[]): readonly RankedEntry[] {
  const bySeries = entries.filter(({ options }) => (options?.color?.by ?? 'series') === 'series');
  const used = new Set(bySeries.map(({ cell }) => cell.color)).size;
  if (used >= Math.min(bySeries.length, SERIES_COLORS.length)) return entries;
  const places = assignColors(bySeries.map(({ key, name }) => ({ key, colorKey: name })));
  return entries.map((entry) => {
    const place = places.get(entry.key);
    return place === undefined ? entry : { ...entry, cell: { ...entry.cell, color: seriesColor(place) } };
  });
}
