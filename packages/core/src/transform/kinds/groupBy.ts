import * as z from 'zod/mini';
import type { Field, Frame, NumberField } from '../../frame/Frame.ts';
import { type Reducer, reduceField } from '../../reduce/reduceField.ts';
import { distinctNames } from '../columns/distinctNames.ts';
import { findInAny, renamed } from '../columns/fieldNames.ts';
import { groupRows, type RowGroups } from '../columns/groupRows.ts';
import { numberColumn } from '../columns/numberColumn.ts';
import { takeRows } from '../columns/placeRows.ts';
import { reducersSchema } from '../columns/reducers.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';

/**
 * Makes one row of all rows with the same cells in some fields, in the order in which they first appear. Every other
 * column is made of a field by a reducer, and named after both: `latency (max)`. Of texts and moments there is the first,
 * the last, the smallest, the largest and the count; other fields are left out.
 *
 * @public
 */
export interface GroupByTransformation extends TransformationScope {
  readonly type: 'groupBy';
  /** The fields whose cells are compared. */
  readonly by: readonly string[];
  /** What is made of the other fields. */
  readonly fields?: readonly { readonly field: string; readonly reducers: readonly Reducer[] }[] | undefined;
}

/** Makes one row of all rows with the same cells in some fields. */
export const groupBy: TransformationKind<GroupByTransformation> = {
  schema: z.looseObject({
    type: z.literal('groupBy'),
    queries: z.optional(z.array(z.string())),
    by: z.array(z.string()).check(z.minLength(1)),
    fields: z.optional(z.array(z.looseObject({ field: z.string(), reducers: reducersSchema }))),
  }),
  apply: (results, { by, fields: wanted = [] }) => {
    const names = [...by, ...wanted.map(({ field }) => field)];
    const found = findInAny(results, names);
    return results.map((result, index) => {
      const fields = found[index];
      if (fields === undefined) return result;
      const keys = fields.slice(0, by.length).map((field, at) => renamed(field, by[at] ?? field.name));
      const others = wanted.flatMap(({ field: name, reducers }, at) => {
        const field = fields[by.length + at];
        return field === undefined ? [] : reducers.map((reducer) => ({ name, field, reducer }));
      });
      const { legend: _, ...rest } = result;
      return { ...rest, frame: groupFrame(keys, others, result.frame.length) };
    });
  },
};

interface ReducedColumn {
  readonly name: string;
  readonly field: Field;
  readonly reducer: Reducer;
}

function groupFrame(keys: readonly Field[], others: readonly ReducedColumn[], length: number): Frame {
  const groups = groupRows(keys, length);
  const grouped = takeRows({ length, fields: keys }, groups.firstRows);
  const order = contiguousRows(groups);
  const columns = [
    ...grouped.fields,
    ...others.map(({ name, field, reducer }) => reduceGroups(field, reducer, order, `${name} (${reducer})`)),
  ];
  const shown = columns.map((field) => (field.kind === 'number' ? (field.displayName ?? field.name) : field.name));
  const names = distinctNames(shown);
  const fields = columns.map((field, index) =>
    shown[index] === names[index] ? field : renamed(field, names[index] ?? ''),
  );
  return { length: grouped.length, fields };
}

/** The rows of each group beside one another, and where each group starts. */
interface ContiguousRows {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

function contiguousRows({ groupOf, firstRows }: RowGroups): ContiguousRows {
  const starts = new Uint32Array(firstRows.length + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 1; group < starts.length; group += 1)
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(groupOf.length);
  for (const [row, group] of groupOf.entries()) {
    const at = next[group] ?? 0;
    rows[at] = row;
    next[group] = at + 1;
  }
  return { rows, starts };
}

function reduceGroups(field: Field, reducer: Reducer, { rows, starts }: ContiguousRows, name: string): Field {
  const ranges = Array.from(
    { length: starts.length - 1 },
    (_, group) => [starts[group] ?? 0, starts[group + 1] ?? 0] as const,
  );
  if (field.kind === 'number' || (field.kind === 'time' && reducer !== 'mean' && reducer !== 'sum')) {
    const [ordered] = takeRows({ length: rows.length, fields: [field] }, rows).fields;
    const numbers = numbersOf(ordered);
    const cells = ranges.map(([start, end]) => reduceField(partOf(numbers, start, end), reducer));
    if (field.kind === 'number' || reducer === 'count') return numberColumn(name, cells);
    return { kind: 'time', name, values: Float64Array.from(cells, (cell) => cell ?? Number.NaN) };
  }
  if (reducer === 'count')
    return numberColumn(
      name,
      ranges.map(([start, end]) => end - start),
    );
  const pick = (start: number, end: number): number => (reducer === 'last' ? end - 1 : start);
  const picked = Uint32Array.from(ranges, ([start, end]) => rows[pick(start, end)] ?? 0);
  if (field.kind === 'string' && (reducer === 'min' || reducer === 'max')) {
    const values = ranges.map(([start, end]) => extreme(field.values, rows.subarray(start, end), reducer));
    return { ...field, name, values };
  }
  if (reducer !== 'first' && reducer !== 'last')
    return numberColumn(
      name,
      ranges.map(() => undefined),
    );
  const [column] = takeRows({ length: 0, fields: [field] }, picked).fields;
  return renamed(column ?? field, name);
}

function numbersOf(field: Field | undefined): NumberField {
  if (field?.kind === 'number') return field;
  const values = field?.kind === 'time' ? field.values : new Float64Array();
  return { kind: 'number', name: '', labels: {}, values };
}

function partOf(field: NumberField, start: number, end: number): NumberField {
  return { ...field, values: field.values.subarray(start, end), gaps: field.gaps?.subarray(start, end) };
}

function extreme(texts: readonly string[], rows: Uint32Array, reducer: 'min' | 'max'): string {
  let best = texts[rows[0] ?? 0] ?? '';
  for (const row of rows) {
    const text = texts[row] ?? '';
    if (reducer === 'min' ? text < best : text > best) best = text;
  }
  return best;
}
