import type { Threshold } from '../dashboard/FieldOptions.ts';
import type { ResolvedFieldOptions } from './ResolvedFieldOptions.ts';

/**
 * Returns the highest threshold that a value reaches, or the base step; none for `NaN`. The thresholds are absolute, as
 * {@link absoluteThresholds} gives them.
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
 * Returns the thresholds of a field as values, also where they are written as percents of the way from min to max.
 *
 * @public
 */
export function absoluteThresholds(field: ResolvedFieldOptions | undefined): readonly Threshold[] | undefined {
  if (field?.thresholdsMode !== 'percent') return field?.thresholds;
  const { min, max } = fieldRange(field);
  return field.thresholds?.map((threshold) =>
    threshold.value === undefined ? threshold : { ...threshold, value: min + ((max - min) * threshold.value) / 100 },
  );
}

/**
 * Returns what percents and scales of colours are measured by: the field's min and max, where it has none the smallest and
 * the largest value shown, and where these are not known, the whole of a percentage.
 *
 * @public
 */
export function fieldRange(field: ResolvedFieldOptions): { readonly min: number; readonly max: number } {
  const { extent, unit } = field;
  return {
    min: field.min ?? extent?.min ?? 0,
    max: field.max ?? extent?.max ?? (unit === 'percentunit' ? 1 : 100),
  };
}
