import { type FieldOptions, type ValueFormatter, valueAxis } from '@glasspane/core';

/** The ends of a gauge. */
export interface GaugeDomain {
  readonly min: number;
  readonly max: number;
}

/**
 * Returns the ends of a gauge: those of the field; else the whole of a percentage, or a round number above all values
 * and thresholds.
 */
export function gaugeDomain(
  field: FieldOptions | undefined,
  values: readonly (number | undefined)[],
  formatter: ValueFormatter,
): GaugeDomain {
  // Percents of the way between the ends do not say where the ends are.
  const thresholds = field?.thresholdsMode === 'percent' ? [] : (field?.thresholds ?? []);
  const finite = [...values, ...thresholds.map(({ value }) => value)].filter(
    (value): value is number => value !== undefined && Number.isFinite(value),
  );
  const whole = { percent: 100, percentunit: 1 }[field?.unit ?? ''];
  const low = Math.min(0, ...finite);
  const high = Math.max(whole ?? 0, ...finite);
  const axis = valueAxis({ min: low, max: high, maxTicks: 5, unit: field?.unit }, formatter);
  const min = field?.min ?? axis.min;
  const max = field?.max ?? (high === whole ? whole : axis.max);
  return min < max ? { min, max } : { min, max: min + 1 };
}
