import { type DisplayValue, displayValue, type FieldOptions, type Reducer, reduceField } from '@glasspane/core';
import { useMemo } from 'react';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { toChartSeries } from '../../chart/toChartSeries.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';

/** A series made one value of. */
export interface TileSeries {
  readonly series: ChartSeries;
  /** Left out: the series has no sample. */
  readonly value: number | undefined;
  readonly display: DisplayValue;
}

/** Returns one value a series, written and judged by the field's options. */
export function useTileSeries(props: FrameViewProps, reducer: Reducer): readonly TileSeries[] {
  const { frames, legends, refIds, field, overrides, locale, timeZone } = props;
  const { values } = useFormatters(locale, timeZone);
  const series = useMemo(
    () => toChartSeries({ frames, legends, refIds, field, overrides }).series,
    [frames, legends, refIds, field, overrides],
  );
  return useMemo(
    () =>
      series.map((one) => {
        const value = reduceField(one.field, reducer);
        return { series: one, value, display: displayValue(value, unitOf(one.options, reducer), values) };
      }),
    [series, reducer, values],
  );
}

// How many samples there are is not in the unit of the samples.
function unitOf(field: FieldOptions | undefined, reducer: Reducer): FieldOptions | undefined {
  return reducer === 'count' ? { ...field, unit: undefined } : field;
}
