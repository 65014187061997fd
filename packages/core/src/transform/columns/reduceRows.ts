import type { Field, NumberField } from '../../frame/Frame.ts';
import { type Reducer, reduceField } from '../../reduce/reduceField.ts';
import { withGaps } from './placeRows.ts';

/** Makes one value of the numbers of each row. */
export function reduceRows(
  fields: readonly Field[],
  reducer: Reducer,
  length: number = fields[0]?.values.length ?? 0,
): NumberField {
  const numbers = fields.filter((field) => field.kind === 'number');
  const hasGaps = numbers.some(({ gaps }) => gaps !== undefined);
  // One small column, filled anew for each row, so that rows are reduced as series are.
  const cells = new Float64Array(numbers.length);
  const cellGaps = hasGaps ? new Uint8Array(numbers.length) : undefined;
  const row: NumberField = { kind: 'number', name: '', labels: {}, values: cells, gaps: cellGaps };
  const values = new Float64Array(length);
  const gaps = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) {
    for (let index = 0; index < numbers.length; index += 1) {
      cells[index] = numbers[index]?.values[at] ?? Number.NaN;
      if (cellGaps !== undefined) cellGaps[index] = numbers[index]?.gaps?.[at] ?? 0;
    }
    const value = reduceField(row, reducer);
    values[at] = value ?? Number.NaN;
    gaps[at] = value === undefined ? 1 : 0;
  }
  return withGaps({ kind: 'number', name: reducer, labels: {}, values }, gaps);
}
