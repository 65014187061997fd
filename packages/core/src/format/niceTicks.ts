/**
 * Evenly spaced values at round numbers.
 *
 * @public
 */
export interface NiceTicks {
  readonly values: readonly number[];
  /** The distance between two of them. */
  readonly step: number;
  /** Digits after the decimal point that tell two of them apart. */
  readonly decimals: number;
}

/**
 * What {@link niceTicks} spreads ticks over.
 *
 * @public
 */
export interface NiceTicksOptions {
  /** Finite, smaller than `max`. */
  readonly min: number;
  /** Finite. */
  readonly max: number;
  /** At least 3: values on both sides of zero are not covered with fewer. */
  readonly maxTicks: number;
  /** Steps that are preferred to 1, 2 and 5 times a power of ten; ascending, at least 1. */
  readonly steps?: readonly number[] | undefined;
  /** Starts and ends the ticks at or beyond `min` and `max` instead of within them. */
  readonly isCovering?: boolean | undefined;
}

/**
 * Returns at most so many ticks at round numbers between `min` and `max`, or, when covering, around them.
 *
 * @public
 */
export function niceTicks(options: NiceTicksOptions): NiceTicks {
  const { min, max } = options;
  const maxTicks = Math.max(3, Math.floor(options.maxTicks));
  let { mantissa, exponent } = stepAtLeast((max - min) / (maxTicks - 1), options.steps);
  let [first, last] = bounds(options, { mantissa, exponent });
  while (last - first + 1 > maxTicks) {
    ({ mantissa, exponent } = stepAtLeast(toNumber(mantissa, exponent) * 1.01, options.steps));
    [first, last] = bounds(options, { mantissa, exponent });
  }
  const values: number[] = [];
  for (let index = first; index <= last; index += 1) {
    // Adding 0 makes the 0 of -0.
    values.push(toNumber(index * mantissa, exponent) + 0);
  }
  return { values, step: toNumber(mantissa, exponent), decimals: Math.max(0, -exponent) };
}

// The first and the last tick, as multiples of the step's mantissa.
function bounds({ min, max, isCovering }: NiceTicksOptions, { mantissa, exponent }: Step): readonly [number, number] {
  // The tolerance keeps 0.30000000000000004 on the tick 0.3.
  const low = toNumber(1, -exponent) * (min / mantissa);
  const high = toNumber(1, -exponent) * (max / mantissa);
  return isCovering === true
    ? [Math.floor(low + 1e-9), Math.ceil(high - 1e-9)]
    : [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)];
}

interface Step {
  /** A whole number. */
  readonly mantissa: number;
  /** The power of ten it is multiplied with. */
  readonly exponent: number;
}

function stepAtLeast(raw: number, preferred: readonly number[] | undefined): Step {
  const fitting = raw > 0.5 ? preferred?.find((step) => step >= raw) : undefined;
  if (fitting !== undefined) {
    return { mantissa: fitting, exponent: 0 };
  }
  const exponent = Math.floor(Math.log10(raw));
  const scaled = raw / 10 ** exponent;
  const mantissa = [1, 2, 5, 10].find((step) => step >= scaled * (1 - 1e-9)) ?? 10;
  return mantissa === 10 ? { mantissa: 1, exponent: exponent + 1 } : { mantissa, exponent };
}

// Dividing by a power of ten is exact where multiplying by its inverse is not: 3 / 10, not 3 * 0.1.
function toNumber(mantissa: number, exponent: number): number {
  return exponent < 0 ? mantissa / 10 ** -exponent : mantissa * 10 ** exponent;
}
