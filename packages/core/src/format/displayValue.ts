import type { FieldOptions, Threshold, ValueMapping } from '../dashboard/FieldOptions.ts';
import type { FormattedValue } from './FormattedValue.ts';
import type { ValueFormatter } from './ValueFormatter.ts';

/**
 * A value as a widget shows it: written, mapped and judged by the thresholds.
 *
 * @public
 */
export interface DisplayValue extends FormattedValue {
  /** The colour of the mapping or of the threshold; left out where neither has one. */
  readonly color?: string | undefined;
  /** What the threshold means, where it says so. */
  readonly label?: string | undefined;
}

/**
 * Returns how a value is shown by the options of its widget; `undefined` is a gap.
 *
 * @public
 */
export function displayValue(
  value: number | undefined,
  field: FieldOptions | undefined,
  formatter: ValueFormatter,
): DisplayValue {
  const formatted = formatter.format(value, field);
  if (value === undefined) {
    return formatted;
  }
  const threshold = findThreshold(value, field?.thresholds);
  const mapping = findMapping(value, field?.mappings);
  const mapped =
    mapping === undefined ? formatted : { text: mapping.text, prefix: '', number: mapping.text, suffix: '' };
  return { ...mapped, color: mapping?.color ?? threshold?.color, label: threshold?.label };
}

/**
 * Returns the highest threshold that a value reaches, or the base step; none for `NaN`.
 *
 * @public
 */
export function findThreshold(value: number, thresholds: readonly Threshold[] | undefined): Threshold | undefined {
  if (Number.isNaN(value)) {
    return undefined;
  }
  return thresholds?.filter((threshold) => value >= (threshold.value ?? Number.NEGATIVE_INFINITY)).at(-1);
}

/**
 * Returns the first mapping that a value satisfies. A mapping without a value or an end applies to nothing.
 *
 * @public
 */
export function findMapping(value: number, mappings: readonly ValueMapping[] | undefined): ValueMapping | undefined {
  return mappings?.find(({ value: exact, from, to }) => {
    if (exact !== undefined) {
      return Object.is(exact, value) || exact === value;
    }
    const isRange = from !== undefined || to !== undefined;
    return isRange && value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY);
  });
}
