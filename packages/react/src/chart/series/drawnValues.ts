import type { ScaleType } from '@glasspane/core/chart';

/** The values that are drawn of a series, and how many of them an axis has no place for. */
export interface DrawnValues {
  /** The very array that was given where all is drawn as it is. */
  readonly values: Float64Array;
  readonly misplacedCount: number;
}

/** Returns what is drawn of values: upside down if need be, and without what a logarithmic axis has no place for. */
export function drawnValues(values: Float64Array, isNegative: boolean, scale: ScaleType): DrawnValues {
  const turned = isNegative ? values.map((value) => -value) : values;
  if (scale !== 'log') return { values: turned, misplacedCount: 0 };
  const misplacedCount = turned.reduce((count, value) => (value <= 0 ? count + 1 : count), 0);
  if (misplacedCount === 0) return { values: turned, misplacedCount };
  return { values: turned.map((value) => (value > 0 ? value : Number.NaN)), misplacedCount };
}
