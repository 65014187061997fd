import type { AbsoluteTimeRange, Frame, NumberField } from '@glasspane/core';
import { rowsWithin } from '../../chart/rowsWithin.ts';

/** A column of numbers, and which of its rows are within the time range. */
export interface TimedField {
  readonly field: NumberField;
  readonly times: Float64Array;
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
}

/** Returns the columns of numbers of frames that have times. */
export function fieldsWithin(frames: readonly Frame[], range: AbsoluteTimeRange): readonly TimedField[] {
  return frames.flatMap((frame) => {
    const times = frame.fields.find((field) => field.kind === 'time')?.values;
    if (times === undefined) return [];
    const [first, end] = rowsWithin(times, range.startMs, range.endMs);
    return frame.fields.flatMap((field) => (field.kind === 'number' ? [{ field, times, first, end }] : []));
  });
}

/** Returns all times of the columns once each, and how far two neighbours are apart. */
export function timeColumns(
  fields: readonly TimedField[],
  range: AbsoluteTimeRange,
): { readonly times: Float64Array; readonly stepMs: number } {
  const distinct = new Map(fields.map((one) => [one.times, one]));
  const all = [...distinct.values()].flatMap(({ times, first, end }) => [...times.subarray(first, end)]);
  const times = Float64Array.from(new Set(all.filter(Number.isFinite))).sort();
  return { times, stepMs: middleStep(times) ?? Math.max(1, range.endMs - range.startMs) };
}

// The step in the middle of all: one sample that came late, or a gap, does not change it.
function middleStep(times: Float64Array): number | undefined {
  const steps = Float64Array.from(
    { length: Math.max(0, times.length - 1) },
    (_, index) => (times[index + 1] ?? 0) - (times[index] ?? 0),
  );
  return steps.sort()[steps.length >> 1];
}
