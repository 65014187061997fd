import { displayValue, type FieldOptions, type ValueFormatter } from '@glasspane/core';
import { themeColor } from '../../theme/themeColor.ts';
import type { CategoryCell } from './CategoryModel.ts';

/** What a cell is made of. */
export interface CellInput {
  readonly value: number | undefined;
  readonly options: FieldOptions | undefined;
  /** The colour of its series or its group. */
  readonly color: string;
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** Returns a value as a mark shows it: written, and coloured by its series or by its value, as the field says. */
export function cellOf({ value, options, color, labels = {} }: CellInput, formatter: ValueFormatter): CategoryCell {
  const display = displayValue(value, options, formatter);
  const by = options?.color?.by ?? 'series';
  const own = by === 'series' || display.color === undefined ? color : themeColor(display.color);
  return { value, display, color: own, labels };
}
