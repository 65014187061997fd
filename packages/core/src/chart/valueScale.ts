/**
 * How the values of an axis are spread over it.
 *
 * - `linear`: equal distances for equal differences.
 * - `log`: equal distances for equal ratios; values at zero or below have no place on it.
 * - `symlog`: as `log` on both sides of zero, and close to linear around it.
 *
 * @public
 */
export type ScaleType = 'linear' | 'log' | 'symlog';

/**
 * What decides a {@link ValueScale}.
 *
 * @public
 */
export interface ValueScaleOptions {
  readonly type: ScaleType;
  /** For `symlog`: how far from zero the axis stays close to linear; positive. Left out: {@link symlogLinearWithin}. */
  readonly linearWithin?: number | undefined;
}

/**
 * Places values on a line. The distance of two places is what their distance in pixels is a multiple of.
 *
 * @public
 */
export interface ValueScale {
  /** The same text for scales that place alike. */
  readonly key: string;
  /** Returns the place of a value: finite for every finite value, and never less for a larger one. */
  readonly toPlace: (value: number) => number;
  /** Returns the value at a place: the opposite of `toPlace`, as far as rounding lets it be. */
  readonly toValue: (place: number) => number;
}

/**
 * Returns the scale of an axis. `log` places zero and what is below it where the smallest number stands: far below every
 * axis.
 *
 * @public
 */
export function valueScale({ type, linearWithin = 1 }: ValueScaleOptions): ValueScale {
  if (type === 'linear') return { key: 'linear', toPlace: same, toValue: same };
  if (type === 'log') return { key: 'log', toPlace: logPlace, toValue: (place) => 10 ** place };
  const within = usableWithin(linearWithin);
  return {
    key: `symlog ${within}`,
    // The logarithm of 1 + x without the rounding of 1 + x.
    toPlace: (value) => Math.sign(value) * logOfRatio(Math.abs(value), within),
    toValue: (place) => Math.sign(place) * Math.expm1(Math.abs(place) * Math.LN10) * within,
  };
}

/**
 * Returns how far from zero a `symlog` axis stays linear when nobody says it: the power of ten three below that of the largest
 * absolute value.
 *
 * @public
 */
export function symlogLinearWithin(min: number, max: number): number {
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (!Number.isFinite(size) || size === 0) return 1;
  return Math.max(SMALLEST_WITHIN, 10 ** (Math.floor(Math.log10(size)) - 3));
}

/** Returns a distance from zero that logarithms can be taken of; 1 in place of one that is none. */
export function usableWithin(linearWithin: number): number {
  return Number.isFinite(linearWithin) && linearWithin > 0 ? Math.max(linearWithin, SMALLEST_WITHIN) : 1;
}

const SMALLEST_WITHIN = 1e-300;

function same(value: number): number {
  return value;
}

function logPlace(value: number): number {
  return Math.log10(Math.max(Number.MIN_VALUE, value));
}

function logOfRatio(size: number, within: number): number {
  const ratio = size / within;
  // The ratio of the largest values to the smallest distance is larger than numbers are; 1 does not count there.
  return Number.isFinite(ratio) ? Math.log1p(ratio) / Math.LN10 : Math.log10(size) - Math.log10(within);
}
