import { reduceField } from '../reduce/reduceField.ts';
import type { Field, Frame } from './Frame.ts';

/**
 * Returns a frame row by row, each with one cell a field in the order of the fields; a gap is `undefined`, and a course is
 * its last sample.
 *
 * @public
 */
export function frameToRows(frame: Frame): readonly (readonly (number | string | undefined)[])[] {
  return Array.from({ length: frame.length }, (_, row) => frame.fields.map((field) => cellOf(field, row)));
}

function cellOf(field: Field, row: number): number | string | undefined {
  if (field.kind === 'number') return field.gaps?.[row] === 1 ? undefined : field.values[row];
  if (field.kind !== 'series') return field.values[row];
  const cell = field.values[row];
  return cell === undefined ? undefined : reduceField(cell.field, 'last');
}
