import { parseSpanMs } from '@glasspane/core/chart';
import * as z from 'zod/mini';

/**
 * How a series over time is drawn: among the options of the widget for all of them, and in `overrides[].style` for some.
 *
 * @public
 */
export interface SeriesStyle {
  /**
   * What stands for the samples. An `area` is a line with its inside filled.
   *
   * @defaultValue 'line'; 'area' in a stack
   */
  readonly draw?: 'line' | 'area' | 'bars' | 'points' | undefined;
  /**
   * How neighbouring samples are joined: straight, or by a step where the next one comes (`step`, or `stepAfter`) or where this
   * one was (`stepBefore`).
   *
   * @defaultValue 'linear'
   */
  readonly interpolation?: 'linear' | 'step' | 'stepAfter' | 'stepBefore' | undefined;
  /**
   * How thick lines are, in pixels, 0 to 10; 0 draws none.
   *
   * @defaultValue 1.5
   */
  readonly lineWidth?: number | undefined;
  /**
   * Whether lines are solid, dashed or dotted; or the lengths of dashes and of the spaces between them, in pixels.
   *
   * @defaultValue 'solid'
   */
  readonly dash?: 'solid' | 'dash' | 'dot' | readonly number[] | undefined;
  /**
   * How opaque the inside of areas and bars is, 0 to 1.
   *
   * @defaultValue 0.3 for areas, 0.5 in stacks, 0.7 for bars, 0.16 for bands, 0.12 for a single line, otherwise 0
   */
  readonly fillOpacity?: number | undefined;
  /**
   * Whether the inside of areas fades away towards where they begin.
   *
   * @defaultValue 'none'
   */
  readonly gradient?: 'none' | 'opacity' | undefined;
  /**
   * Whether samples are dots on their line: `auto` where they stand far enough apart.
   *
   * @defaultValue 'never'
   */
  readonly points?: 'auto' | 'always' | 'never' | undefined;
  /**
   * Whether lines are drawn across gaps: all of them (`true`), or those of at most so long, such as `5m`.
   *
   * @defaultValue false
   */
  readonly connectNulls?: boolean | string | undefined;
  /**
   * Whether series stand on each other: their sums (`normal`), or their shares of the whole (`percent`).
   *
   * @defaultValue 'none'
   */
  readonly stack?: 'none' | 'normal' | 'percent' | undefined;
  /** Series of one name here stand on each other, and not on those of another. */
  readonly stackGroup?: string | undefined;
  /** The series, by the name that is shown, that the inside between is filled to: `p50` in the style of `p95`. */
  readonly fillBelowTo?: string | undefined;
  /**
   * Draws the series downwards from zero; its labels stay as they are.
   *
   * @defaultValue false
   */
  readonly isNegative?: boolean | undefined;
  /**
   * The axis the series is drawn by. `auto`: on the right where its unit is not that of the first series.
   *
   * @defaultValue 'auto'
   */
  readonly axis?: 'auto' | 'left' | 'right' | undefined;
  /**
   * Keeps the series out of plot and legend; a band may still reach to it, and the table has it.
   *
   * @defaultValue false
   */
  readonly isHidden?: boolean | undefined;
  /**
   * How the values of the axis are spread over it.
   *
   * @defaultValue 'linear'
   */
  readonly scale?: 'linear' | 'log' | 'symlog' | undefined;
  /**
   * The number whose powers the ticks of a logarithmic axis stand at.
   *
   * @defaultValue 2 for units whose steps are 1,024, otherwise 10
   */
  readonly logBase?: 2 | 10 | undefined;
  /**
   * For `symlog`: how far from zero the axis stays close to linear.
   *
   * @defaultValue a thousandth of its ends
   */
  readonly linearWithin?: number | undefined;
  /** Where the axis begins unless values are smaller; `field.min` is where it begins whatever they are. */
  readonly softMin?: number | undefined;
  /** Where the axis ends unless values are larger; `field.max` is where it ends whatever they are. */
  readonly softMax?: number | undefined;
  /**
   * Whether the values of the axis begin at zero, or below.
   *
   * @defaultValue true, unless there is a `softMin` above zero
   */
  readonly includeZero?: boolean | undefined;
}

const span = z.string().check(z.refine((text) => parseSpanMs(text) !== undefined, 'must be a span of time such as 5m'));
const share = z.number().check(z.minimum(0), z.maximum(1));
const dashes = z.array(z.number().check(z.minimum(0), z.maximum(100))).check(z.minLength(1), z.maxLength(8));

/** The forms of the keys of {@link SeriesStyle}, to be part of a schema. */
export const seriesStyleShape: { readonly [name in keyof SeriesStyle]-?: z.ZodMiniType<SeriesStyle[name]> } = {
  draw: z.optional(z.enum(['line', 'area', 'bars', 'points'])),
  interpolation: z.optional(z.enum(['linear', 'step', 'stepAfter', 'stepBefore'])),
  lineWidth: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
  dash: z.optional(z.union([z.enum(['solid', 'dash', 'dot']), dashes])),
  fillOpacity: z.optional(share),
  gradient: z.optional(z.enum(['none', 'opacity'])),
  points: z.optional(z.enum(['auto', 'always', 'never'])),
  connectNulls: z.optional(z.union([z.boolean(), span])),
  stack: z.optional(z.enum(['none', 'normal', 'percent'])),
  stackGroup: z.optional(z.string()),
  fillBelowTo: z.optional(z.string()),
  isNegative: z.optional(z.boolean()),
  axis: z.optional(z.enum(['auto', 'left', 'right'])),
  isHidden: z.optional(z.boolean()),
  scale: z.optional(z.enum(['linear', 'log', 'symlog'])),
  logBase: z.optional(z.union([z.literal(2), z.literal(10)])),
  linearWithin: z.optional(z.number().check(z.gt(0))),
  softMin: z.optional(z.number()),
  softMax: z.optional(z.number()),
  includeZero: z.optional(z.boolean()),
};
