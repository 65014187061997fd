import type { Frame, NumberField } from '../frame/Frame.ts';

/** A series for a test; `undefined` is a gap. */
export function numberField(
  labels: Readonly<Record<string, string>>,
  cells: readonly (number | undefined)[],
  name: string = labels.__name__ ?? 'value',
): NumberField {
  const values = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
  const field: NumberField = { kind: 'number', name, labels, values };
  return cells.includes(undefined)
    ? { ...field, gaps: Uint8Array.from(cells, (cell) => (cell === undefined ? 1 : 0)) }
    : field;
}

/** A frame of a range query. */
export function rangeFrame(times: readonly number[], fields: readonly NumberField[]): Frame {
  return {
    length: times.length,
    fields: [{ kind: 'time', name: 'time', values: Float64Array.from(times) }, ...fields],
  };
}
