import * as z from 'zod/mini';
import { numberFieldsOf, timesOf } from '../../frame/concatFrames.ts';
import type { Field, Frame, NumberField } from '../../frame/Frame.ts';
import { labelsKey } from '../../frame/labelsKey.ts';
import { distinctNames } from '../columns/distinctNames.ts';
import { labelColumns } from '../columns/labelColumns.ts';
import { takeRows, withGaps } from '../columns/placeRows.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';

/**
 * Makes a column of each label: a row for each sample, with its moment, its labels, and a column of values for each metric.
 * Samples of several metrics share a row where moment and labels are the same.
 *
 * @public
 */
export interface LabelsToFieldsTransformation extends TransformationScope {
  readonly type: 'labelsToFields';
  /** The labels that get a column, in this order. Left out: all, sorted by name. */
  readonly labels?: readonly string[] | undefined;
}

/** Makes a column of each label. */
export const labelsToFields: TransformationKind<LabelsToFieldsTransformation> = {
  schema: z.looseObject({
    type: z.literal('labelsToFields'),
    queries: z.optional(z.array(z.string())),
    labels: z.optional(z.array(z.string())),
  }),
  apply: (results, { labels }) =>
    results.map((result) => {
      if (numberFieldsOf(result.frame).length === 0) return result;
      // A template would give all columns of values one name.
      const { legend: _, ...rest } = result;
      return { ...rest, frame: toLongFrame(result.frame, labels) };
    }),
};

function toLongFrame(frame: Frame, only: readonly string[] | undefined): Frame {
  const groups = groupByLabels(numberFieldsOf(frame));
  const starts = groups.map((_, index) => index * frame.length);
  const length = groups.length * frame.length;
  const metrics = [...new Set(groups.flatMap((group) => [...group.keys()]))];
  const first = groups.flatMap((group) => [...group.values()].slice(0, 1));
  const columns: Field[] = [
    ...(frame.fields.some(({ kind }) => kind === 'time') ? [repeatedTimes(frame, groups.length)] : []),
    ...labelColumns(first, only).map((column) => ({
      ...column,
      values: column.values.flatMap((value) => new Array<string>(frame.length).fill(value)),
    })),
    ...metrics.map((metric) => metricColumn(metric, groups, { starts, length, rows: frame.length })),
  ];
  const names = distinctNames(columns.map(({ name }) => name));
  const fields = columns.map((field, index) => ({ ...field, name: names[index] ?? field.name }));
  return takeRows({ length, fields }, sampledRows(fields, length));
}

/** Series with the same labels, by metric; a second one of the same metric begins a group of its own. */
function groupByLabels(series: readonly NumberField[]): readonly ReadonlyMap<string, NumberField>[] {
  const groups = new Map<string, Map<string, NumberField>[]>();
  const all: Map<string, NumberField>[] = [];
  for (const field of series) {
    const { __name__, ...labels } = field.labels;
    const key = labelsKey(labels);
    const metric = field.displayName ?? __name__ ?? field.name;
    const known = groups.get(key) ?? [];
    let group = known.find((one) => !one.has(metric));
    if (group === undefined) {
      group = new Map();
      known.push(group);
      all.push(group);
      groups.set(key, known);
    }
    group.set(metric, field);
  }
  return all;
}

function repeatedTimes(frame: Frame, count: number): Field {
  const times = timesOf(frame);
  const values = new Float64Array(frame.length * count);
  for (let index = 0; index < count; index += 1) values.set(times, index * frame.length);
  return { kind: 'time', name: 'time', values };
}

interface LongRows {
  readonly starts: readonly number[];
  readonly length: number;
  readonly rows: number;
}

function metricColumn(
  name: string,
  groups: readonly ReadonlyMap<string, NumberField>[],
  { starts, length, rows }: LongRows,
): NumberField {
  const values = new Float64Array(length).fill(Number.NaN);
  const gaps = new Uint8Array(length).fill(1);
  for (const [index, group] of groups.entries()) {
    const field = group.get(name);
    const start = starts[index] ?? 0;
    if (field === undefined) continue;
    values.set(field.values, start);
    if (field.gaps === undefined) gaps.fill(0, start, start + rows);
    else gaps.set(field.gaps, start);
  }
  return withGaps({ kind: 'number', name, labels: {}, values }, gaps);
}

function sampledRows(fields: readonly Field[], length: number): Uint32Array {
  const numbers = fields.filter((field) => field.kind === 'number');
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    if (numbers.every(({ gaps }) => gaps?.[row] === 1)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}
