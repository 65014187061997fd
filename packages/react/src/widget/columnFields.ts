import type { FieldOptions, Widget } from '@glasspane/core';
import { resolveField } from '@glasspane/core/chart';
import type { WidgetTableColumn } from './WidgetTable.ts';

/**
 * Returns how the values of each column are written: as the widget's field and its overrides say, or in the column's own unit,
 * for which thresholds, mappings and decimals of the field are not meant.
 */
export function columnFields(
  columns: readonly WidgetTableColumn[],
  { field, overrides }: Pick<Widget, 'field' | 'overrides'>,
): readonly (FieldOptions | undefined)[] {
  return columns.map(({ name, kind, unit }) => {
    if (kind !== 'value') return undefined;
    return unit === undefined ? resolveField(field, overrides, { name, kind: 'number' }) : { unit };
  });
}
