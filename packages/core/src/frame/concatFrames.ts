import type { Field, Frame, NumberField, TimeField } from './Frame.ts';
import { labelsKey } from './labelsKey.ts';

/** Some rows of a frame: from `start` on, before `end`. */
export interface FrameRows {
  readonly frame: Frame;
  readonly start: number;
  readonly end: number;
}

/** Returns the time column of a frame, empty where it has none. */
export function timesOf(frame: Frame): Float64Array {
  return frame.fields.find((field): field is TimeField => field.kind === 'time')?.values ?? new Float64Array();
}

/** Returns the number columns of a frame: its series. */
export function numberFieldsOf(frame: Frame): readonly NumberField[] {
  return frame.fields.filter((field): field is NumberField => field.kind === 'number');
}

/**
 * Returns the rows of one frame followed by those of a later one. Series are the same where their labels are; where one
 * side lacks a series, its rows are gaps, and a series that is nothing but gaps is left out. Series keep the order of
 * the first frame, new ones follow.
 */
export function concatFrames(head: FrameRows, tail: FrameRows): Frame {
  const headRows = head.end - head.start;
  const length = headRows + tail.end - tail.start;
  const times = new Float64Array(length);
  times.set(timesOf(head.frame).subarray(head.start, head.end));
  times.set(timesOf(tail.frame).subarray(tail.start, tail.end), headRows);

  const columns = new Map<string, Column>();
  for (const field of numberFieldsOf(head.frame)) columnOf(columns, field, length).copy(field, head, 0);
  for (const field of numberFieldsOf(tail.frame)) columnOf(columns, field, length).copy(field, tail, headRows);
  const series = [...columns.values()].flatMap((column) => column.toField() ?? []);
  const time: Field = { kind: 'time', name: 'time', values: times };
  return { length, fields: [time, ...series] };
}

function columnOf(columns: Map<string, Column>, field: NumberField, length: number): Column {
  const key = labelsKey(field.labels);
  const column = columns.get(key) ?? new Column(field, length);
  columns.set(key, column);
  return column;
}

class Column {
  readonly #series: NumberField;
  readonly #values: Float64Array;
  readonly #gaps: Uint8Array;

  constructor(series: NumberField, length: number) {
    this.#series = series;
    this.#values = new Float64Array(length).fill(Number.NaN);
    this.#gaps = new Uint8Array(length).fill(1);
  }

  copy({ values, gaps }: NumberField, { start, end }: FrameRows, at: number): void {
    this.#values.set(values.subarray(start, end), at);
    if (gaps === undefined) this.#gaps.fill(0, at, at + end - start);
    else this.#gaps.set(gaps.subarray(start, end), at);
  }

  toField(): NumberField | undefined {
    if (!this.#gaps.includes(0)) return undefined;
    const { name, labels } = this.#series;
    const field: NumberField = { kind: 'number', name, labels, values: this.#values };
    return this.#gaps.includes(1) ? { ...field, gaps: this.#gaps } : field;
  }
}
