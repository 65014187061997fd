import type { NumberField } from '@glasspane/core';

/** Returns a column of numbers; `undefined` is a gap. */
export function numberField(name: string, cells: readonly (number | undefined)[]): NumberField {
  const values = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
  const field: NumberField = { kind: 'number', name, labels: {}, values };
  return cells.includes(undefined)
    ? { ...field, gaps: Uint8Array.from(cells, (cell) => (cell === undefined ? 1 : 0)) }
    : field;
}
