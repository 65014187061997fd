import type { Frame, NumberField, QueryResult } from '@glasspane/core';
import { expect } from 'vitest';

/** A value of a column; a gap is told apart from a NaN that somebody recorded. */
export type Cell = number | 'gap';

/** Returns the number fields of a result, after checking what holds for every frame. */
export function numberFields({ frame }: QueryResult): readonly NumberField[] {
  expectWellFormed(frame);
  return frame.fields.filter((field) => field.kind === 'number');
}

/** Returns the times of a result. */
export function timesOf({ frame }: QueryResult): readonly number[] {
  expectWellFormed(frame);
  const [time] = frame.fields;
  if (time?.kind !== 'time') throw new Error('the first field of the frame is not a time field');
  return [...time.values];
}

function cellsOf({ values, gaps }: NumberField): readonly Cell[] {
  return Array.from(values, (value, row) => (gaps?.[row] === 1 ? 'gap' : value));
}

/** Returns the columns of a result by the value of one label, in its order. */
export function cellsBy(label: string, result: QueryResult): Readonly<Record<string, readonly Cell[]>> {
  const columns = numberFields(result).map((field) => [field.labels[label] ?? '', cellsOf(field)] as const);
  return Object.fromEntries([...columns].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the only column of a result. */
export function onlyColumn(result: QueryResult): readonly Cell[] {
  const fields = numberFields(result);
  expect(fields.map(({ labels }) => labels)).toHaveLength(1);
  const [field] = fields;
  return field === undefined ? [] : cellsOf(field);
}

/** Expects numbers that may differ in the last digits only. */
export function expectClose(actual: readonly Cell[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [row, value] of expected.entries()) {
    const cell = actual[row];
    if (typeof cell !== 'number') throw new Error(`row ${row} is a gap, not ${value}`);
    const isEqual = Object.is(cell, value) || Math.abs(cell - value) <= 1e-9 * Math.max(1, Math.abs(value));
    expect(isEqual, `row ${row} is ${cell}, not ${value}`).toBe(true);
  }
}

/** What holds for every frame: equal lengths, increasing times, gaps that are NaN, label sets each once. */
function expectWellFormed({ length, fields }: Frame): void {
  const sets: string[] = [];
  for (const field of fields) {
    expect(field.values).toHaveLength(length);
    if (field.kind === 'time') {
      expect(field.values.every((time, row) => row === 0 || time > (field.values[row - 1] ?? time))).toBe(true);
    } else if (field.kind === 'number') {
      expect(Object.values(field.labels)).not.toContain('');
      sets.push(JSON.stringify(Object.entries(field.labels).sort()));
      expectGapsAreNaN(field);
    }
  }
  expect(new Set(sets).size).toBe(sets.length);
}

function expectGapsAreNaN({ gaps, values }: NumberField): void {
  if (gaps === undefined) return;
  expect(gaps).toHaveLength(values.length);
  expect(gaps.every((gap, row) => gap === 0 || (gap === 1 && Number.isNaN(values[row])))).toBe(true);
  expect(gaps.includes(1), 'a column without a gap has no gaps array').toBe(true);
}
