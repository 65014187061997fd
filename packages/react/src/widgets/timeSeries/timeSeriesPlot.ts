import type { FieldOptions } from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import type { PlotAxisOptions } from '../../chart/createPlotModel.ts';
import { PLAIN_LINE, type PlotSeries, toPlotSeries } from '../../chart/PlotSeries.ts';
import type { TimeSeriesSettings } from './timeSeriesSettings.ts';

/** Returns the series as the options have them drawn. */
export function timeSeriesMarks(series: readonly ChartSeries[], settings: TimeSeriesSettings): readonly PlotSeries[] {
  const { interpolation, fillOpacity } = settings;
  return series.map((one) => toPlotSeries(one, { ...PLAIN_LINE, interpolation, fillOpacity }));
}

/** Returns the axis of values that the options ask for. */
export function timeSeriesAxis(field: FieldOptions | undefined, settings: TimeSeriesSettings): PlotAxisOptions {
  const thresholds = settings.thresholdStyle === 'line' ? (field?.thresholds ?? []) : [];
  const values = thresholds.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []));
  return { field, include: settings.includeZero ? [0, ...values] : values };
}
