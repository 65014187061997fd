import type { ValueFormatter } from '../format/ValueFormatter.ts';
import { type ValueAxis, type ValueAxisOptions, valueAxis } from '../format/valueAxis.ts';
import { type ScaleType, symlogLinearWithin, usableWithin } from './valueScale.ts';

/**
 * What a {@link scaledAxis} must show.
 *
 * @public
 */
export interface ScaledAxisOptions extends ValueAxisOptions {
  readonly scale: ScaleType;
  /**
   * The number whose powers the ticks of `log` and `symlog` stand at.
   *
   * @defaultValue 2 for units whose steps are 1,024, otherwise 10
   */
  readonly base?: 2 | 10 | undefined;
  /** For `symlog`, as in {@link ValueScaleOptions}. */
  readonly linearWithin?: number | undefined;
}

/**
 * Returns the ends and the ticks of an axis whose scale may be logarithmic: ticks at powers of the base, as many as there is
 * room for, and where the values lie within less than one power, at round numbers. An end that `log` has no place for is replaced
 * by one that it has.
 *
 * @public
 */
export function scaledAxis(options: ScaledAxisOptions, formatter: ValueFormatter): ValueAxis {
  if (options.scale === 'linear') return valueAxis(options, formatter);
  const usable = options.scale === 'log' ? positiveRange(options) : finiteRange(options);
  const base = options.base ?? (isBinary(options.unit, formatter) ? 2 : 10);
  const min = options.isMinFixed === true ? usable.min : roundDown(usable.min, base);
  const max = options.isMaxFixed === true ? usable.max : -roundDown(-usable.max, base);
  const linearWithin = usableWithin(options.linearWithin ?? symlogLinearWithin(min, max));
  const powers = options.scale === 'log' ? powersWithin(min, max, base) : signedPowers(min, max, base, linearWithin);
  const values = thinned(powers, Math.max(3, options.maxTicks));
  if (values.length < 2) return closeAxis({ ...options, ...usable }, formatter);
  return { min, max, ticks: values.map((value) => ({ value, label: labelOf(value, options, formatter) })) };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const LIMIT = 1e304;
const SMALLEST = 1e-300;

function finiteRange({ min, max }: Range): Range {
  const [low, high] = [clamp(Math.min(min, max)), clamp(Math.max(min, max))];
  return low < high ? { min: low, max: high } : { min: low - (Math.abs(low) || 1), max: high + (Math.abs(high) || 1) };
}

function positiveRange(range: Range): Range {
  const high = clamp(Math.max(range.min, range.max));
  if (high < SMALLEST) return { min: 1, max: 10 };
  const wanted = clamp(Math.min(range.min, range.max));
  const low = wanted < SMALLEST ? Math.max(SMALLEST, high / 1000) : wanted;
  return low < high ? { min: low, max: high } : { min: Math.max(SMALLEST, low / 10), max: high * 10 };
}

function clamp(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(LIMIT, Math.max(-LIMIT, value));
}

/** The next round number that is not larger: 1, 2 or 5 times a power of ten, or a power of two. */
function roundDown(value: number, base: 2 | 10): number {
  if (value === 0) return 0;
  return value > 0 ? roundSize(value, base, 'down') : -roundSize(-value, base, 'up');
}

function roundSize(size: number, base: 2 | 10, direction: 'down' | 'up'): number {
  const exponent = Math.floor(logarithm(size, base) + 1e-12);
  const mantissas = base === 2 ? [1, 2] : [1, 2, 5, 10];
  const candidates = mantissas.map((mantissa) => timesPower(mantissa, base, exponent));
  const found =
    direction === 'up'
      ? candidates.find((one) => one >= size * (1 - 1e-12))
      : candidates.filter((one) => one <= size * (1 + 1e-12)).at(-1);
  const rounded = found ?? size;
  return Number.isFinite(rounded) && rounded > 0 ? rounded : size;
}

function powersWithin(min: number, max: number, base: 2 | 10): readonly number[] {
  const first = Math.ceil(logarithm(min, base) - 1e-9);
  const last = Math.floor(logarithm(max, base) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => timesPower(1, base, first + index));
}

/** The powers on both sides of zero that lie beyond the linear part, and zero between them. */
function signedPowers(min: number, max: number, base: 2 | 10, linearWithin: number): readonly number[] {
  const above = max >= linearWithin ? powersWithin(Math.max(min, linearWithin), max, base) : [];
  const below = -min >= linearWithin ? powersWithin(Math.max(-max, linearWithin), -min, base) : [];
  return [...below.map((value) => -value).reverse(), ...(min <= 0 && max >= 0 ? [0] : []), ...above];
}

/** Every second, third … of the powers, counted from zero or from the first, so that there are not too many. */
function thinned(values: readonly number[], maxTicks: number): readonly number[] {
  const zero = values.indexOf(0);
  const origin = Math.max(0, zero);
  let stride = 1;
  const keeps = (index: number): boolean => (index - origin) % stride === 0;
  while (values.filter((_, index) => keeps(index)).length > maxTicks) stride += 1;
  return values.filter((_, index) => keeps(index));
}

/** The values lie so near to each other that powers say nothing: ticks at round numbers, placed by the scale all the same. */
function closeAxis(options: ScaledAxisOptions, formatter: ValueFormatter): ValueAxis {
  const axis = valueAxis(options, formatter);
  if (options.scale !== 'log' || axis.min > 0) return axis;
  return { ...axis, min: options.min, ticks: axis.ticks.filter(({ value }) => value >= options.min) };
}

function labelOf(value: number, { unit, decimals }: ScaledAxisOptions, formatter: ValueFormatter): string {
  return formatter.format(value, { unit, decimals: value === 0 && decimals === undefined ? 0 : decimals }).text;
}

function isBinary(unit: string | undefined, formatter: ValueFormatter): boolean {
  const definition = formatter.unit(unit);
  return definition.kind === 'ladder' && definition.rungs.some(({ factor }) => factor === 1024);
}

function logarithm(value: number, base: 2 | 10): number {
  return base === 2 ? Math.log2(value) : Math.log10(value);
}

function timesPower(mantissa: number, base: 2 | 10, exponent: number): number {
  // Dividing by a power of ten is exact where multiplying by its inverse is not.
  return exponent < 0 && exponent > -300 ? mantissa / base ** -exponent : mantissa * base ** exponent;
}
