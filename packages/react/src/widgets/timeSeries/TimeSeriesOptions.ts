import * as z from 'zod/mini';
import { type TooltipOptions, tooltipOptionsSchema } from '../../chart/interaction/TooltipOptions.ts';
import { type LegendOptions, legendOptionsSchema } from '../../chart/LegendOptions.ts';
import { type SeriesStyle, seriesStyleShape } from '../../chart/series/SeriesStyle.ts';
import type { OptionsSchema } from '../../widget/defineWidget.ts';
import { spanSchema } from '../spanSchema.ts';

/**
 * The options of the widget type `timeSeries`: how all series are drawn, unless the style of an override says otherwise, and
 * what else there is on the chart.
 *
 * @public
 */
export interface TimeSeriesOptions extends SeriesStyle {
  /**
   * Where the legend stands, and what it says of each series.
   *
   * @defaultValue 'auto'
   */
  readonly legend?: 'auto' | 'below' | 'right' | 'none' | LegendOptions | undefined;
  /** What the tooltip lists, and in which order. */
  readonly tooltip?: TooltipOptions | undefined;
  /**
   * How the thresholds of the field are shown: as lines, or as bands of their colours with a line where each begins.
   *
   * @defaultValue 'line'
   */
  readonly thresholds?: 'off' | 'line' | 'band' | undefined;
  /**
   * At most so many series are drawn; the rest is counted in a note.
   *
   * @defaultValue 500
   */
  readonly maxSeries?: number | undefined;
  /** Shows what the queries gave so much earlier as well, dashed: `1d`, `1w`. */
  readonly compare?: string | undefined;
  /**
   * Whether the annotations of the backend are shown, where it has some.
   *
   * @defaultValue true
   */
  readonly annotations?: boolean | undefined;
  /**
   * Whether exemplars of the metrics are shown: single requests that stand for a value.
   *
   * @defaultValue false
   */
  readonly exemplars?: boolean | undefined;
  /**
   * Whether a line marks the present, where the time range goes beyond it.
   *
   * @defaultValue true
   */
  readonly nowLine?: boolean | undefined;
}

/** The schema of {@link TimeSeriesOptions}. Options that it does not know are left alone. */
export const timeSeriesOptionsSchema: OptionsSchema<TimeSeriesOptions> = z.looseObject({
  ...seriesStyleShape,
  legend: z.optional(legendOptionsSchema),
  tooltip: z.optional(tooltipOptionsSchema),
  thresholds: z.optional(z.enum(['off', 'line', 'band'])),
  maxSeries: z.optional(z.int().check(z.minimum(1))),
  compare: z.optional(spanSchema),
  annotations: z.optional(z.boolean()),
  exemplars: z.optional(z.boolean()),
  nowLine: z.optional(z.boolean()),
});
