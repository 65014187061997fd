import {
  type Frame,
  type NumberField,
  type Reducer,
  reduceField,
  type SeriesCell,
  type StringField,
  seriesNames,
} from '@glasspane/core';
import { numberField } from './numberField.ts';

/** What {@link seriesFrame} makes a table of. */
export interface SeriesFrameInput {
  readonly frames: readonly Frame[];
  readonly legends: readonly (string | undefined)[];
  readonly reducer: Reducer;
  /** Adds a column with the course of the series beside each value. */
  readonly hasSparklines: boolean;
}

interface JoinedSeries {
  readonly labels: ReadonlyMap<string, string>;
  readonly name: string;
  readonly cells: (SeriesCell | undefined)[];
}

/**
 * Returns a table with a row for each label set, a column for each label, and a column for the value of each frame.
 * Series of two frames share a row when their labels, apart from the metric's name, are the same.
 */
export function seriesFrame(input: SeriesFrameInput): Frame {
  const { frames, legends, reducer } = input;
  const rows = joinSeries(input);
  const labelNames = [...new Set(rows.flatMap(({ labels }) => [...labels.keys()]))].sort();
  const texts: readonly StringField[] =
    labelNames.length === 0
      ? [{ kind: 'string', name: 'Series', values: rows.map(({ name }) => name) }]
      : labelNames.map((name) => ({ kind: 'string', name, values: rows.map(({ labels }) => labels.get(name) ?? '') }));
  const values = frames.flatMap((frame, index) => {
    const title = valueTitle(frame, index, frames.length, legends[index]);
    const cells = rows.map((row) => row.cells[index]);
    const value = numberField(
      title,
      cells.map((cell) => cell && reduceField(cell.field, reducer)),
    );
    const hasCourse = input.hasSparklines && frame.length > 1;
    const name = frames.length === 1 ? 'Trend' : `${title} trend`;
    return hasCourse ? [{ kind: 'series' as const, name, values: cells }, value] : [value];
  });
  return { length: rows.length, fields: [...texts, ...values] };
}

function joinSeries({ frames, legends }: SeriesFrameInput): readonly JoinedSeries[] {
  const joined = new Map<string, JoinedSeries>();
  for (const [index, frame] of frames.entries()) {
    const fields = frame.fields.filter((field): field is NumberField => field.kind === 'number');
    const times = frame.fields.find((field) => field.kind === 'time')?.values ?? new Float64Array(frame.length);
    const names = seriesNames(fields, legends[index]);
    for (const [place, field] of fields.entries()) {
      const labels = new Map(
        Object.entries(field.labels)
          .filter(([name]) => name !== '__name__')
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      const key = rowKey(labels, index, joined);
      const row = joined.get(key) ?? { labels, name: names[place] ?? field.name, cells: frames.map(() => undefined) };
      row.cells[index] = { times, field };
      joined.set(key, row);
    }
  }
  return [...joined.values()];
}

// Two series of one frame never share a row, even where only their metric's name tells them apart.
function rowKey(labels: ReadonlyMap<string, string>, frame: number, joined: ReadonlyMap<string, JoinedSeries>): string {
  const base = JSON.stringify([...labels]);
  let key = base;
  for (let count = 2; joined.get(key)?.cells[frame] !== undefined; count += 1) {
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
