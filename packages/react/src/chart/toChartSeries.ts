import { type FieldOptions, type FieldOverride, type Frame, type NumberField, seriesNames } from '@glasspane/core';
import { displayName, resolveField, resolveStyle } from '@glasspane/core/chart';
import { assignColors } from '../theme/assignColors.ts';
import type { ChartSeries } from './ChartSeries.ts';
import { fieldColor } from './fieldColor.ts';
import { colorKey, seriesKey } from './seriesKey.ts';
import { withExtents } from './withExtents.ts';

/** The series that a view shows, and how many it leaves out because there are too many. */
export interface ChartSeriesSet {
  readonly series: readonly ChartSeries[];
  readonly omittedCount: number;
}

/** What {@link toChartSeries} makes series of. */
export interface ChartSeriesInput {
  readonly frames: readonly Frame[];
  /** The name template of each frame; left out: names by the labels that differ. */
  readonly legends?: readonly (string | undefined)[] | undefined;
  /** The query that each frame answers. */
  readonly refIds?: readonly (string | undefined)[] | undefined;
  readonly field?: FieldOptions | undefined;
  readonly overrides?: readonly FieldOverride[] | undefined;
  /** At most so many series are made; left out: all. */
  readonly limit?: number | undefined;
}

/** Returns the series of the frames, named, coloured, and each with its options. */
export function toChartSeries(input: ChartSeriesInput): ChartSeriesSet {
  const { frames, legends, refIds, limit = Number.POSITIVE_INFINITY } = input;
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
        refId: refIds?.[index],
      });
    }
    count += fields.length;
  }
  const keyed = withExtents(withUniqueKeys(named).map((series) => withOptions(series, input)));
  const places = assignColors(keyed.map(({ key, field }) => ({ key, colorKey: colorKey(field) })));
  return {
    series: keyed.map((series) => ({ ...series, color: fieldColor(series, places.get(series.key) ?? 0) })),
    omittedCount: count - named.length,
  };
}

type UncolouredSeries = Omit<ChartSeries, 'color'>;

function withOptions(series: UncolouredSeries, { field, overrides }: ChartSeriesInput): UncolouredSeries {
  const { labels } = series.field;
  const subject = {
    name: displayName(field?.displayName, labels, series.name),
    refId: series.refId,
    kind: 'number',
  } as const;
  const options = resolveField(field, overrides, subject);
  // Overrides find a series by the name that it has without them.
  const name =
    options?.displayName === field?.displayName ? subject.name : displayName(options?.displayName, labels, series.name);
  return { ...series, name, options, style: resolveStyle(overrides, subject) };
}

function withUniqueKeys(series: readonly UncolouredSeries[]): readonly UncolouredSeries[] {
  const counts = new Map<string, number>();
  return series.map((one) => {
    const count = (counts.get(one.key) ?? 0) + 1;
    counts.set(one.key, count);
    return count === 1 ? one : { ...one, key: `${one.key}#${count}` };
  });
}
