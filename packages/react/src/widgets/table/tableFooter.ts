import type { ValueFormatter } from '@glasspane/core';
import { displayValue, type Reducer, reduceField } from '@glasspane/core';
import { numberField } from './numberField.ts';
import type { TableColumn } from './tableColumns.ts';

/** Returns the texts of the rows at the bottom of a table: for each reducer what it makes of the values of these rows. */
export function tableFooter(
  columns: readonly TableColumn[],
  rows: Uint32Array,
  reducers: readonly Reducer[],
  formatter: ValueFormatter,
): readonly (readonly string[])[] {
  const named = Math.max(
    0,
    columns.findIndex(({ field }) => field.kind === 'string' || field.kind === 'time'),
  );
  return reducers.map((reducer) =>
    columns.map(({ field, options }, index) => {
      if (field.kind !== 'number') return index === named ? reducer : '';
      const cells = Array.from(rows, (row) => (field.gaps?.[row] === 1 ? undefined : field.values[row]));
      const value = reduceField(numberField('', cells), reducer);
      // A count is of rows, whatever the unit of their values.
      return reducer === 'count' ? formatter.format(value).text : displayValue(value, options, formatter).text;
    }),
  );
}
