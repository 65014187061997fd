import type { Field } from '../../frame/Frame.ts';
import { withGaps } from './placeRows.ts';

/** Rows in groups, numbered in the order in which they first appear. */
export interface RowGroups {
  /** The group of each row. */
  readonly groupOf: Uint32Array;
  /** The first row of each group. */
  readonly firstRows: Uint32Array;
}

/** Puts rows into a group where all of these fields have equal cells. `NaN` is equal to itself, and a gap to a gap. */
export function groupRows(fields: readonly Field[], length: number): RowGroups {
  let groupOf = new Uint32Array(length);
  let firstRows: number[] = length === 0 ? [] : [0];
  for (const field of fields) {
    const ids = cellIds(field, length);
    const groups = new Map<number, number>();
    const divided = new Uint32Array(length);
    firstRows = [];
    for (let row = 0; row < length; row += 1) {
      const key = (groupOf[row] ?? 0) * ids.count + (ids.values[row] ?? 0);
      let group = groups.get(key);
      if (group === undefined) {
        group = groups.size;
        groups.set(key, group);
        firstRows.push(row);
      }
      divided[row] = group;
    }
    groupOf = divided;
  }
  return { groupOf, firstRows: Uint32Array.from(firstRows) };
}

interface CellIds {
  readonly values: Uint32Array;
  readonly count: number;
}

function cellIds(field: Field, length: number): CellIds {
  const ids = new Map<unknown, number>();
  const values = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) {
    const cell = field.kind === 'number' && field.gaps?.[row] === 1 ? undefined : field.values[row];
    let id = ids.get(cell);
    if (id === undefined) {
      id = ids.size;
      ids.set(cell, id);
    }
    values[row] = id;
  }
  return { values, count: ids.size };
}

/** Returns how often the group of each row came before in the same frame, the rows of all frames after one another. */
export function occurrences(groups: RowGroups, lengths: readonly number[]): Uint32Array {
  const counted = new Uint32Array(groups.groupOf.length);
  let row = 0;
  for (const length of lengths) {
    const counts = new Map<number, number>();
    for (const end = row + length; row < end; row += 1) {
      const group = groups.groupOf[row] ?? 0;
      const count = counts.get(group) ?? 0;
      counted[row] = count;
      counts.set(group, count + 1);
    }
  }
  return counted;
}

/** Returns the cells of fields that rows are compared by, one field after the other: texts, unless all are moments or numbers. */
export function concatKeys(fields: readonly Field[]): Field {
  const length = fields.reduce((sum, { values }) => sum + values.length, 0);
  if (fields.every((field) => field.kind === 'time' || field.kind === 'number')) {
    const values = new Float64Array(length);
    const gaps = new Uint8Array(length);
    let at = 0;
    for (const field of fields) {
      values.set(field.values, at);
      if (field.kind === 'number' && field.gaps !== undefined) gaps.set(field.gaps, at);
      at += field.values.length;
    }
    if (fields.every(({ kind }) => kind === 'time')) return { kind: 'time', name: '', values };
    return withGaps({ kind: 'number', name: '', labels: {}, values }, gaps);
  }
  return { kind: 'string', name: '', values: fields.flatMap(({ values }) => Array.from(values, String)) };
}
