import type { Field, Frame } from '@glasspane/core';

/**
 * Returns the frames with their rows by time, as drawing and reading need them: a transformation may have sorted them by
 * something else. Frames in order come back as they are. Rows without a time are left out.
 */
export function inTimeOrder(frames: readonly Frame[]): readonly Frame[] {
  return frames.every(isInOrder) ? frames : frames.map((frame) => (isInOrder(frame) ? frame : sorted(frame)));
}

function timesOf({ fields }: Frame): Float64Array | undefined {
  return fields.find((field) => field.kind === 'time')?.values;
}

function isInOrder(frame: Frame): boolean {
  const times = timesOf(frame) ?? new Float64Array();
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < times.length; row += 1) {
    const time = times[row] ?? Number.NaN;
    // Not the other way round: `NaN` is in no order.
    if (!(time >= last)) return false;
    last = time;
  }
  return true;
}

function sorted(frame: Frame): Frame {
  const times = timesOf(frame) ?? new Float64Array();
  const rows = Uint32Array.from(times.keys())
    .filter((row) => !Number.isNaN(times[row]))
    .sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  return { length: rows.length, fields: frame.fields.map((field) => taken(field, rows)) };
}

function taken(field: Field, rows: Uint32Array): Field {
  switch (field.kind) {
    case 'time':
      return { ...field, values: numbersOf(field.values, rows) };
    case 'number': {
      const { gaps } = field;
      const values = numbersOf(field.values, rows);
      return gaps === undefined
        ? { ...field, values }
        : { ...field, values, gaps: Uint8Array.from(rows, (row) => gaps[row] ?? 0) };
    }
    case 'string':
      return { ...field, values: Array.from(rows, (row) => field.values[row] ?? '') };
    case 'series':
      return { ...field, values: Array.from(rows, (row) => field.values[row]) };
  }
}

function numbersOf(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}
