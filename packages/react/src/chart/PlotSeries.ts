import type { ChartSeries } from './ChartSeries.ts';

/** What stands for a sample. */
export type Mark = 'line' | 'bars' | 'points';

/** How neighbouring samples are joined: straight, or by a step where the next one comes, or where this one was. */
export type Interpolation = 'linear' | 'stepAfter' | 'stepBefore';

/** How a series is drawn. */
export interface PlotStyle {
  readonly mark: Mark;
  readonly interpolation: Interpolation;
  /** In pixels; 0 draws no line. */
  readonly lineWidth: number;
  /** The lengths of dashes and of the spaces between them, in pixels; left out: a solid line. */
  readonly dash: readonly number[] | undefined;
  /** How opaque the area between the values and their base is, 0 to 1; of bars, their inside. */
  readonly fillOpacity: number;
  /** Whether the area fades away towards its base. */
  readonly hasGradient: boolean;
  /** Whether samples are dots as well: `auto` where they stand far enough apart. */
  readonly points: 'auto' | 'always' | 'never';
  readonly axis: 'left' | 'right';
  /** Lines are drawn across gaps up to so many milliseconds, infinity for all; left out: across none. */
  readonly connectNulls: number | undefined;
}

/** A series as it is drawn, which need not be as it is read: stacked, or turned upside down. */
export interface PlotSeries extends ChartSeries, PlotStyle {
  /** What is drawn, one for each time; the values to read are those of the field. `NaN` where nothing is. */
  readonly values: Float64Array;
  /** Where areas and bars begin, one for each time; left out: at zero. */
  readonly base: Float64Array | undefined;
}

/** A thin line, and nothing else. */
export const PLAIN_LINE: PlotStyle = {
  mark: 'line',
  interpolation: 'linear',
  lineWidth: 1.5,
  dash: undefined,
  fillOpacity: 0,
  hasGradient: false,
  points: 'never',
  axis: 'left',
  connectNulls: undefined,
};

/** Returns a series that is drawn as it is read. */
export function toPlotSeries(series: ChartSeries, style: PlotStyle): PlotSeries {
  return { ...series, ...style, values: series.field.values, base: undefined };
}
