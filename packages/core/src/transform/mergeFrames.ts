import type { Field, Frame } from '../frame/Frame.ts';
import { fieldNames } from './columns/fieldNames.ts';
import { concatKeys, groupRows, occurrences } from './columns/groupRows.ts';
import { MergedColumn } from './columns/MergedColumn.ts';
import { orderRows } from './columns/orderRows.ts';
import { takeRows } from './columns/placeRows.ts';
import type { TransformResult } from './TransformResult.ts';

interface MergedFrame {
  readonly length: number;
  readonly columns: readonly { readonly key: string; readonly field: Field }[];
}

/**
 * Returns one frame of the columns of several results, each once. Rows whose moments and texts are the same in the columns
 * that all results have become one row, unless they would both fill another column with different values.
 *
 * @public
 */
export function mergeFrames(results: readonly TransformResult[]): Frame {
  const frames = results.map(keyedColumns);
  const groups = groupsOf(frames);
  const lengths = frames.map(({ length }) => length);
  const capacity = lengths.reduce((sum, length) => sum + length, 0);
  const merged = new Map<string, MergedColumn>();
  for (const { key, field } of frames.flatMap(({ columns }) => columns)) {
    if (!merged.has(key)) merged.set(key, new MergedColumn(field, capacity));
  }
  const occurrenceOf = groups === undefined ? undefined : occurrences(groups, lengths);
  const rowsOf = new Map<number, number[]>();
  let [length, at] = [0, 0];
  for (const frame of frames) {
    const targets = frame.columns.map(({ key, field }) => ({ field, column: merged.get(key) }));
    for (let row = 0; row < frame.length; row += 1, at += 1) {
      const group = groups?.groupOf[at] ?? at;
      const rows = rowsOf.get(group) ?? [];
      const known = rows[occurrenceOf?.[at] ?? 0];
      const fits =
        known !== undefined && targets.every(({ field, column }) => column?.fits(known, field, row) === true);
      const place = fits ? known : length++;
      if (!fits) {
        rows.push(place);
        rowsOf.set(group, rows);
      }
      for (const { field, column } of targets) column?.write(place, field, row);
    }
  }
  const frame: Frame = { length, fields: [...merged.values()].map((column) => column.toField(length)) };
  const time = groups === undefined ? undefined : frame.fields.find((field) => field.kind === 'time');
  return time === undefined ? frame : takeRows(frame, orderRows([{ keys: time.values, isDescending: false }], length));
}

function keyedColumns(result: TransformResult): MergedFrame {
  const names = fieldNames(result);
  const hasTemplate = result.legend !== undefined && result.legend.trim() !== '';
  const columns = result.frame.fields.map((field, index) => {
    const name = names[index] ?? field.name;
    if (field.kind !== 'number') return { key: JSON.stringify([field.kind, name]), field };
    const shown = hasTemplate ? { ...field, displayName: name } : field;
    const labels = Object.entries(field.labels).sort(([a], [b]) => (a < b ? -1 : 1));
    return { key: JSON.stringify(['number', shown.displayName ?? field.name, labels]), field: shown };
  });
  return { length: result.frame.length, columns: distinctKeys(columns) };
}

/** Two columns of one result are never one, even where nothing tells them apart. */
function distinctKeys(columns: MergedFrame['columns']): MergedFrame['columns'] {
  const counts = new Map<string, number>();
  return columns.map(({ key, field }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return { key: count === 0 ? key : `${key} ${count}`, field };
  });
}

/** Groups rows by the moments and texts that all frames have; nothing where there are none. */
function groupsOf(frames: readonly MergedFrame[]): ReturnType<typeof groupRows> | undefined {
  const [first, ...others] = frames;
  const keys =
    first?.columns.filter(
      ({ key, field }) =>
        (field.kind === 'time' || field.kind === 'string') &&
        others.every(({ columns }) => columns.some((column) => column.key === key)),
    ) ?? [];
  if (keys.length === 0) return undefined;
  const all = keys.map(({ key }) =>
    concatKeys(frames.flatMap(({ columns }) => columns.find((column) => column.key === key)?.field ?? [])),
  );
  return groupRows(
    all,
    frames.reduce((sum, { length }) => sum + length, 0),
  );
}
