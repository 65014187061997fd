import type { Field, Frame, NumberField } from '../../frame/Frame.ts';

/** Returns some rows of a frame, in the order given. */
export function takeRows(frame: Frame, rows: Uint32Array): Frame {
  return { length: rows.length, fields: frame.fields.map((field) => takeFieldRows(field, rows)) };
}

function takeFieldRows(field: Field, rows: Uint32Array): Field {
  switch (field.kind) {
    case 'time':
      return { ...field, values: takeNumbers(field.values, rows) };
    case 'number':
      return withGaps(
        { ...field, values: takeNumbers(field.values, rows) },
        field.gaps && Uint8Array.from(rows, (row) => field.gaps?.[row] ?? 0),
      );
    case 'string':
      return { ...field, values: Array.from(rows, (row) => field.values[row] ?? '') };
    case 'series':
      return { ...field, values: Array.from(rows, (row) => field.values[row]) };
  }
}

function takeNumbers(values: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) taken[at] = values[rows[at] ?? 0] ?? Number.NaN;
  return taken;
}

/** Where the rows of a field go: row `n` to `places[n]`, or nowhere where that is negative. */
export interface RowPlaces {
  readonly places: Int32Array;
  /** The rows that there are then. */
  readonly length: number;
}

/** Returns a field whose rows stand at other places; a place that no row goes to is empty. */
export function placeRows(field: Field, { places, length }: RowPlaces): Field {
  switch (field.kind) {
    case 'time':
      return { ...field, values: placeNumbers(field.values, places, length) };
    case 'number': {
      const gaps = new Uint8Array(length).fill(1);
      for (let row = 0; row < places.length; row += 1) gaps[places[row] ?? -1] = field.gaps?.[row] ?? 0;
      return withGaps({ ...field, values: placeNumbers(field.values, places, length) }, gaps);
    }
    case 'string':
      return { ...field, values: placeCells(field.values, { places, length }, '') };
    case 'series':
      return { ...field, values: placeCells(field.values, { places, length }, undefined) };
  }
}

function placeNumbers(values: Float64Array, places: Int32Array, length: number): Float64Array {
  const placed = new Float64Array(length).fill(Number.NaN);
  // A negative index of a typed array is written nowhere.
  for (let row = 0; row < places.length; row += 1) placed[places[row] ?? -1] = values[row] ?? Number.NaN;
  return placed;
}

function placeCells<TCell>(cells: readonly TCell[], { places, length }: RowPlaces, empty: TCell): readonly TCell[] {
  const placed = Array.from({ length }, () => empty);
  for (const [row, place] of places.entries()) if (place >= 0) placed[place] = cells[row] ?? empty;
  return placed;
}

/** Returns a number field with its gaps, which are left out where there is none. */
export function withGaps(field: NumberField, gaps: Uint8Array | undefined): NumberField {
  const { gaps: _, ...rest } = field;
  return gaps?.includes(1) === true ? { ...rest, gaps } : rest;
}
