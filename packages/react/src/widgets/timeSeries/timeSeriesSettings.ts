import type { LegendPlacement } from '../../chart/legendLayout.ts';
import type { Interpolation } from '../../chart/PlotSeries.ts';
import type { ThresholdStyle } from '../../chart/ThresholdMarks.tsx';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

const MAX_SERIES = 500;

/** The options of a chart over time, with what stands for those that are left out. */
export interface TimeSeriesSettings {
  readonly interpolation: Interpolation;
  readonly fillOpacity: number;
  readonly includeZero: boolean;
  readonly legend: LegendPlacement;
  readonly thresholdStyle: ThresholdStyle;
  readonly maxSeries: number;
}

/** Returns how a chart of so many series is drawn. */
export function timeSeriesSettings(options: TimeSeriesOptions, seriesCount: number): TimeSeriesSettings {
  return {
    interpolation: options.interpolation === 'step' ? 'stepAfter' : 'linear',
    fillOpacity: options.fillOpacity ?? (seriesCount === 1 && options.thresholds !== 'band' ? 0.12 : 0),
    includeZero: options.includeZero ?? true,
    legend: options.legend ?? 'auto',
    thresholdStyle: options.thresholds ?? 'line',
    maxSeries: options.maxSeries ?? MAX_SERIES,
  };
}
