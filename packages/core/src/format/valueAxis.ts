import { type NiceTicks, niceTicks } from './niceTicks.ts';
import type { Rung, UnitDefinition } from './UnitDefinition.ts';
import { rungIndex, type ValueFormatter } from './ValueFormatter.ts';

/**
 * What a {@link valueAxis} must show.
 *
 * @public
 */
export interface ValueAxisOptions {
  /** The smallest value shown. */
  readonly min: number;
  /** The largest value shown. */
  readonly max: number;
  /** At least 3. */
  readonly maxTicks: number;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  /** Keeps the lower end where it is; otherwise it moves down to a tick. */
  readonly isMinFixed?: boolean | undefined;
  /** Keeps the upper end where it is; otherwise it moves up to a tick. */
  readonly isMaxFixed?: boolean | undefined;
}

/**
 * An axis of values: where it begins and ends, and its ticks.
 *
 * @public
 */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/**
 * Returns the ends and the ticks of an axis, the ticks at round numbers of the unit (512 MiB, not 536.9 million) and
 * labelled alike.
 *
 * @public
 */
export function valueAxis(options: ValueAxisOptions, formatter: ValueFormatter): ValueAxis {
  const [min, max] = usableRange(options.min, options.max);
  const unit = formatter.unit(options.unit);
  const ladder = unit.kind === 'ladder' ? unit : undefined;
  const rung = ladder?.rungs[rungIndex(Math.max(Math.abs(min), Math.abs(max)) * ladder.inFactor, ladder)];
  const perTickUnit = valuesPerTickUnit(unit, rung);
  const nice = niceTicks({
    min: min / perTickUnit,
    max: max / perTickUnit,
    maxTicks: options.maxTicks,
    steps: rung?.steps,
    isCovering: true,
  });
  const values = nice.values.map((value) => value * perTickUnit);
  const axisMin = options.isMinFixed === true ? min : Math.min(min, values[0] ?? min);
  const axisMax = options.isMaxFixed === true ? max : Math.max(max, values.at(-1) ?? max);
  const slack = (axisMax - axisMin) * 1e-9;
  const shown = values.filter((value) => value >= axisMin - slack && value <= axisMax + slack);
  const labelsWith = (decimals: number | undefined): readonly string[] =>
    shown.map((value) => {
      // Nothing is nothing in every unit and at every precision.
      const digits = value === 0 && options.decimals === undefined ? 0 : decimals;
      return ladder === undefined || rung === undefined
        ? formatter.format(value, { unit: options.unit, decimals: digits }).text
        : formatter.formatOnRung(value * ladder.inFactor, value === 0 ? BARE : rung, digits).text;
    });
  const labels =
    options.decimals === undefined
      ? distinctLabels(labelsWith, tickDecimals(unit, nice, shown))
      : labelsWith(options.decimals);
  const ticks = shown.map((value, index) => ({ value, label: labels[index] ?? '' }));
  const isRepeating = new Set(labels).size < labels.length;
  return { min: axisMin, max: axisMax, ticks: isRepeating ? exactTicks(ticks, perTickUnit, options.decimals) : ticks };
}

/** Leaves out the ticks between those that the digits can tell: 0 and 1, not 0, 0.2 … 1 that all read 0 or 1. */
function exactTicks(ticks: ValueAxis['ticks'], perTickUnit: number, decimals: number | undefined): ValueAxis['ticks'] {
  if (decimals === undefined) return ticks;
  const exact = ticks.filter(({ value }) => {
    const digits = (value / perTickUnit) * 10 ** decimals;
    return Math.abs(digits - Math.round(digits)) < 1e-6;
  });
  return exact.length < 2 ? ticks : exact;
}

/** Takes more digits than usual where ticks would read the same: 1.448M and 1.449M, not 1.45M twice. */
function distinctLabels(
  labelsWith: (decimals: number | undefined) => readonly string[],
  decimals: number | undefined,
): readonly string[] {
  const usual = labelsWith(decimals);
  let labels = usual;
  for (let digits = (decimals ?? 2) + 1; new Set(labels).size < labels.length; digits += 1) {
    if (digits > MAX_DECIMALS) return usual;
    labels = labelsWith(digits);
  }
  return labels;
}

const MAX_DECIMALS = 20;

// An axis is quieter without `0 GiB`.
const BARE: Rung = { factor: 1, suffix: '' };

// Scales divide by the distance of the ends, and ticks are found in parts of the unit: both must be finite numbers, and
// none that is lost in rounding.
function usableRange(low: number, high: number): readonly [number, number] {
  const limit = 1e304;
  const min = Math.min(limit, Math.max(-limit, Math.min(low, high)));
  const max = Math.min(limit, Math.max(-limit, Math.max(low, high)));
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (max - min > size * 1e-10 && max - min > 1e-290) {
    return [min, max];
  }
  const room = size < 1e-280 ? 1 : size * 0.1;
  return min >= 0 && min < room ? [0, min + room] : [min - room, max + room];
}

function valuesPerTickUnit(unit: UnitDefinition, rung: Rung | undefined): number {
  if (unit.kind === 'ladder' && rung !== undefined) {
    return rung.factor / unit.inFactor;
  }
  return unit.kind === 'percent' ? 0.01 / unit.factor : 1;
}

// Compact labels carry a word of their own each (500K, 1.5M), so they take as many digits as they need.
function tickDecimals(unit: UnitDefinition, nice: NiceTicks, shown: readonly number[]): number | undefined {
  const size = Math.max(0, ...shown.map(Math.abs));
  const isCompact = unit.kind === 'compact' && size >= 1000;
  return isCompact || nice.decimals > 6 || size >= 1e15 ? undefined : nice.decimals;
}
