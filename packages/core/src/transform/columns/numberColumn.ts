import type { NumberField } from '../../frame/Frame.ts';
import { withGaps } from './placeRows.ts';

/** Returns a column of numbers without labels; `undefined` is a gap. */
export function numberColumn(name: string, cells: readonly (number | undefined)[]): NumberField {
  const values = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
  return withGaps(
    { kind: 'number', name, labels: {}, values },
    Uint8Array.from(cells, (cell) => (cell === undefined ? 1 : 0)),
  );
}
