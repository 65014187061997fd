import type { FieldOptions } from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { type LegendSettings, legendSettings } from '../../chart/LegendOptions.ts';
import { planSeries, type SeriesPlan } from '../../chart/series/planSeries.ts';
import type { ThresholdStyle } from '../../chart/ThresholdMarks.tsx';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

const MAX_SERIES = 500;

/** The options of a chart over time that are not about its series, with what stands for those that are left out. */
export interface TimeSeriesSettings {
  readonly legend: LegendSettings;
  readonly thresholdStyle: ThresholdStyle;
  readonly maxSeries: number;
  readonly hasAnnotations: boolean;
  readonly hasNowLine: boolean;
}

/** Returns how a chart is drawn. */
export function timeSeriesSettings(options: TimeSeriesOptions): TimeSeriesSettings {
  return {
    legend: legendSettings(options.legend),
    thresholdStyle: options.thresholds ?? 'line',
    maxSeries: options.maxSeries ?? MAX_SERIES,
    hasAnnotations: options.annotations ?? true,
    hasNowLine: options.nowLine ?? true,
  };
}

/** Returns how the series of a chart are drawn, and by which axes. */
export function timeSeriesPlan(
  series: readonly ChartSeries[],
  field: FieldOptions | undefined,
  options: TimeSeriesOptions,
): SeriesPlan {
  const isLine = (options.thresholds ?? 'line') === 'line' && field?.thresholdsMode !== 'percent';
  const thresholds = isLine ? (field?.thresholds ?? []) : [];
  const include = thresholds.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []));
  const lineFill = series.length === 1 && options.thresholds !== 'band' ? 0.12 : 0;
  return planSeries({ series, style: options, field, include, defaults: { lineFill } });
}
