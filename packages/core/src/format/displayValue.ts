import type { FormattedValue } from './FormattedValue.ts';
import { findMapping } from './findMapping.ts';
import { absoluteThresholds, fieldRange, findThreshold } from './findThreshold.ts';
import type { ResolvedFieldOptions } from './ResolvedFieldOptions.ts';
import type { ValueFormatter } from './ValueFormatter.ts';

/**
 * A value as a widget shows it: written, mapped and judged by the thresholds.
 *
 * @public
 */
export interface DisplayValue extends FormattedValue {
  /**
   * The colour of the mapping, or the one that the field's `color` or the threshold gives; left out where none does: a
   * semantic colour of the theme, a hex colour, a place in the palette (`series-3`), or one on a scale of colours
   * (`viridis@0.42`), which `scaleColorAt` of `@glasspane/core/chart` reads.
   */
  readonly color?: string | undefined;
  /** What the threshold means, where it says so. */
  readonly label?: string | undefined;
}

/**
 * Returns how a value is shown by the options of its field; `undefined` is a gap.
 *
 * @public
 */
export function displayValue(
  value: number | string | undefined,
  field: ResolvedFieldOptions | undefined,
  formatter: ValueFormatter,
): DisplayValue {
  const mapping = findMapping(value, field?.mappings);
  const text = mapping?.text ?? (typeof value === 'string' ? value : undefined);
  const written =
    text === undefined ? formatter.format(numberOf(value), field) : { text, prefix: '', number: text, suffix: '' };
  if (typeof value !== 'number') return { ...written, color: mapping?.color };
  const threshold = findThreshold(value, absoluteThresholds(field));
  return { ...written, color: mapping?.color ?? fieldColor(value, field) ?? threshold?.color, label: threshold?.label };
}

/**
 * Returns the colour that a field gives a value by its `color` or its thresholds, as {@link DisplayValue} has it.
 *
 * @public
 */
export function valueColor(value: number, field: ResolvedFieldOptions | undefined): string | undefined {
  return fieldColor(value, field) ?? findThreshold(value, absoluteThresholds(field))?.color;
}

function numberOf(value: number | string | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function fieldColor(value: number, field: ResolvedFieldOptions | undefined): string | undefined {
  const color = field?.color;
  if (field === undefined || color?.by !== 'scale') return color?.by === 'fixed' ? color.color : undefined;
  const { min, max } = fieldRange(field);
  const ratio = Math.min(1, Math.max(0, (value - min) / (max - min || 1)));
  return Number.isNaN(ratio) ? undefined : `${color.scale ?? 'blues'}@${ratio.toFixed(3)}`;
}
