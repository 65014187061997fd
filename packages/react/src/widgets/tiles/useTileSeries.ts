import {
  type DisplayValue,
  displayValue,
  type Reducer,
  type ResolvedFieldOptions,
  reduceField,
  type ValueFormatter,
} from '@glasspane/core';
import { useMemo } from 'react';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { type ChartSeriesInput, toChartSeries } from '../../chart/toChartSeries.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import { splitCompared } from '../compareQueries.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { describeSpan } from '../timeSeries/describeSpan.ts';
import { type SeriesDelta, seriesDelta } from './seriesDelta.ts';

/** A series made one value of. */
export interface TileSeries {
  readonly series: ChartSeries;
  /** Left out: the series has no sample. */
  readonly value: number | undefined;
  readonly display: DisplayValue;
  /** How the value has changed; left out where nothing is compared. */
  readonly delta?: SeriesDelta | undefined;
}

/** How values are made of series, and what they are compared with. */
export interface TileSeriesOptions {
  /** Left out: the last sample. */
  readonly reducer?: Reducer | undefined;
  readonly compare?: string | undefined;
  readonly deltaGood?: 'up' | 'down' | 'none' | undefined;
}

/** Returns one value a series, written and judged by the field's options. */
export function useTileSeries(
  props: Omit<FrameViewProps, 'title' | 'width' | 'height' | 'timeRange'>,
  options: TileSeriesOptions,
): readonly TileSeries[] {
  const { frames, legends, refIds, field, overrides, locale, timeZone } = props;
  const { values } = useFormatters(locale, timeZone);
  const { reducer, compare, deltaGood } = options;
  return useMemo(
    () => tileSeries({ frames, legends, refIds, field, overrides }, { reducer, compare, deltaGood }, values),
    [frames, legends, refIds, field, overrides, reducer, compare, deltaGood, values],
  );
}

/** Returns one value a series of the frames, and what each has become since an earlier time. */
export function tileSeries(
  input: ChartSeriesInput,
  options: TileSeriesOptions,
  formatter: ValueFormatter,
): readonly TileSeries[] {
  const { reducer = 'last', compare } = options;
  const shown = (series: ChartSeries): TileSeries => {
    const value = reduceField(series.field, reducer);
    return { series, value, display: displayValue(value, unitOf(series.options, reducer), formatter) };
  };
  if (compare === undefined) return toChartSeries(input).series.map(shown);
  const { current, earlier, siblingKey } = splitCompared(input, compare);
  const before = new Map(
    toChartSeries(earlier).series.map((one) => [siblingKey(one), reduceField(one.field, reducer)] as const),
  );
  const common = { span: describeSpan(compare), good: options.deltaGood ?? 'none' };
  return toChartSeries(current).series.map((series) => {
    const tile = shown(series);
    const field = unitOf(series.options, reducer);
    const change = { ...common, value: tile.value, earlier: before.get(siblingKey(series)), field };
    return { ...tile, delta: seriesDelta(change, formatter) };
  });
}

// How many samples there are is not in the unit of the samples.
function unitOf(field: ResolvedFieldOptions | undefined, reducer: Reducer): ResolvedFieldOptions | undefined {
  return reducer === 'count' ? { ...field, unit: undefined } : field;
}
