import { type Frame, type NumberField, type Reducer, reduceField, seriesNames } from '@glasspane/core';
import type { TableOptions } from './TableOptions.ts';

/** A column of a table. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'value';
}

/** A row of a table: a text or a value for each column; left out where it has none. */
export interface TableRow {
  readonly key: string;
  readonly cells: readonly (string | number | undefined)[];
}

/** A table of series. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

interface JoinedSeries {
  readonly labels: ReadonlyMap<string, string>;
  readonly name: string;
  readonly values: (number | undefined)[];
}

/**
 * Returns a table with a row for each label set, a column for each label, and a column for the value of each frame.
 * Series of two frames share a row when their labels, apart from the metric's name, are the same.
 */
export function tableModel(
  frames: readonly Frame[],
  legends: readonly (string | undefined)[] | undefined,
  reducer: Reducer,
): TableModel {
  const joined = joinSeries(frames, legends, reducer);
  const labelNames = [...new Set([...joined.values()].flatMap(({ labels }) => [...labels.keys()]))].sort();
  const hasNames = labelNames.length === 0;
  const columns: TableColumn[] = [
    ...(hasNames ? [{ key: 'name', title: 'Series', kind: 'text' as const }] : []),
    ...labelNames.map((name) => ({ key: `label ${name}`, title: name, kind: 'text' as const })),
    ...frames.map((frame, index) => ({
      key: `value ${index}`,
      title: valueTitle(frame, index, frames.length, legends?.[index]),
      kind: 'value' as const,
    })),
  ];
  const rows = [...joined].map(([key, { labels, name, values }]) => ({
    key,
    cells: [...(hasNames ? [name] : []), ...labelNames.map((label) => labels.get(label)), ...values],
  }));
  return { columns, rows };
}

/** Returns the table without the labels that its options hide. */
export function visibleTableModel(
  frames: readonly Frame[],
  legends: readonly (string | undefined)[] | undefined,
  { reducer = 'last', hiddenLabels }: Pick<TableOptions, 'reducer' | 'hiddenLabels'>,
): TableModel {
  const { columns, rows } = tableModel(frames, legends, reducer);
  const kept = columns.map(({ key, title }) => !(key.startsWith('label ') && hiddenLabels?.includes(title)));
  return {
    columns: columns.filter((_, index) => kept[index]),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
  };
}

function joinSeries(
  frames: readonly Frame[],
  legends: readonly (string | undefined)[] | undefined,
  reducer: Reducer,
): ReadonlyMap<string, JoinedSeries> {
  const joined = new Map<string, JoinedSeries>();
  for (const [index, frame] of frames.entries()) {
    const fields = frame.fields.filter((field): field is NumberField => field.kind === 'number');
    const names = seriesNames(fields, legends?.[index]);
    for (const [place, field] of fields.entries()) {
      const labels = new Map(
        Object.entries(field.labels)
          .filter(([name]) => name !== '__name__')
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      const key = rowKey(labels, index, joined);
      const row = joined.get(key) ?? { labels, name: names[place] ?? field.name, values: frames.map(() => undefined) };
      row.values[index] = reduceField(field, reducer);
      joined.set(key, row);
    }
  }
  return joined;
}

// Two series of one frame never share a row, even where only their metric's name tells them apart.
function rowKey(labels: ReadonlyMap<string, string>, frame: number, joined: ReadonlyMap<string, JoinedSeries>): string {
  const base = JSON.stringify([...labels]);
  let key = base;
  for (let count = 2; joined.get(key)?.values[frame] !== undefined; count += 1) {
    key = `${base} ${count}`;
  }
  return key;
}

function valueTitle(frame: Frame, index: number, count: number, legend: string | undefined): string {
  if (legend !== undefined && legend.trim() !== '' && !legend.includes('{{')) {
    return legend;
  }
  const names = new Set(frame.fields.map((field) => (field.kind === 'number' ? field.name : '')).filter(Boolean));
  const [only] = names;
  if (names.size === 1 && only !== undefined && only.length <= 40) {
    return only;
  }
  return count === 1 ? 'Value' : `Value ${String.fromCharCode(65 + index)}`;
}
