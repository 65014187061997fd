import { type Frame, type NumberField, seriesNames } from '@glasspane/core';
import { assignColors } from '../theme/assignColors.ts';
import type { ChartSeries } from './ChartSeries.ts';
import { seriesKey } from './seriesKey.ts';

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
  const fields = frames.flatMap((frame, index) => namedFields(frame, legends?.[index]));
  const shown = withUniqueKeys(fields.slice(0, limit));
  const colors = assignColors(shown.map(({ key }) => key));
  return {
    series: shown.map((series) => ({ ...series, colorIndex: colors.get(series.key) ?? 0 })),
    omittedCount: Math.max(0, fields.length - limit),
  };
}

type UncolouredSeries = Omit<ChartSeries, 'colorIndex'>;

function namedFields(frame: Frame, legend: string | undefined): readonly UncolouredSeries[] {
  const times = frame.fields.find((field) => field.kind === 'time')?.values;
  const fields = frame.fields.filter((field): field is NumberField => field.kind === 'number');
  if (times === undefined) {
    return [];
  }
  const names = seriesNames(fields, legend);
  return fields.map((field, index) => ({ key: seriesKey(field), name: names[index] ?? field.name, times, field }));
}

function withUniqueKeys(series: readonly UncolouredSeries[]): readonly UncolouredSeries[] {
  const counts = new Map<string, number>();
  return series.map((one) => {
    const count = (counts.get(one.key) ?? 0) + 1;
    counts.set(one.key, count);
    return count === 1 ? one : { ...one, key: `${one.key}#${count}` };
  });
}
