import { type Frame, type NumberField, seriesNames } from '@glasspane/core';
import { assignColors } from '../theme/assignColors.ts';
import type { ChartSeries } from './ChartSeries.ts';
import { colorKey, seriesKey } from './seriesKey.ts';

/** The series that a view shows, and how many it leaves out because there are too many. */
export interface ChartSeriesSet {
  readonly series: readonly ChartSeries[];
  readonly omittedCount: number;
}

/**
 * Returns the series of the frames, named and coloured, at most `limit` of them.
 *
 * @param legends - The name template of each frame; left out: names by the labels that differ.
 */
export function toChartSeries(
  frames: readonly Frame[],
  legends: readonly (string | undefined)[] | undefined,
  limit: number,
): ChartSeriesSet {
  const named: UncolouredSeries[] = [];
  let count = 0;
  for (const [index, frame] of frames.entries()) {
    const times = frame.fields.find((field) => field.kind === 'time')?.values;
    const fields = frame.fields.filter((field): field is NumberField => field.kind === 'number' && times !== undefined);
    // Only those that are shown are named: of thousands, names would be long as well as slow.
    const shown = fields.slice(0, Math.max(0, limit - named.length));
    const names = seriesNames(shown, legends?.[index]);
    for (const [place, field] of shown.entries()) {
      named.push({
        key: seriesKey(field),
        name: names[place] ?? field.name,
        times: times ?? new Float64Array(),
        field,
      });
    }
    count += fields.length;
  }
  const keyed = withUniqueKeys(named);
  const colors = assignColors(keyed.map(({ key, field }) => ({ key, colorKey: colorKey(field) })));
  return {
    series: keyed.map((series) => ({ ...series, colorIndex: colors.get(series.key) ?? 0 })),
    omittedCount: count - named.length,
  };
}

type UncolouredSeries = Omit<ChartSeries, 'colorIndex'>;

function withUniqueKeys(series: readonly UncolouredSeries[]): readonly UncolouredSeries[] {
  const counts = new Map<string, number>();
  return series.map((one) => {
    const count = (counts.get(one.key) ?? 0) + 1;
    counts.set(one.key, count);
    return count === 1 ? one : { ...one, key: `${one.key}#${count}` };
  });
}
