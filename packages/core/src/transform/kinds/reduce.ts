import * as z from 'zod/mini';
import { timesOf } from '../../frame/concatFrames.ts';
import type { Field, Frame } from '../../frame/Frame.ts';
import { type Reducer, reduceField } from '../../reduce/reduceField.ts';
import { distinctNames } from '../columns/distinctNames.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import { labelColumns } from '../columns/labelColumns.ts';
import { numberColumn } from '../columns/numberColumn.ts';
import { reducersSchema } from '../columns/reducers.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { combinedResult, mapFrames, type TransformResult } from '../TransformResult.ts';

/**
 * Makes one value of each series, or several.
 *
 * @public
 */
export interface ReduceTransformation extends TransformationScope {
  readonly type: 'reduce';
  /**
   * How a value is made of a series.
   *
   * @defaultValue `['last']`
   */
  readonly reducers?: readonly Reducer[] | undefined;
  /**
   * `rows`: one table of all results, with a row a series, its name in `Series`, and a column a reducer. `series`: the
   * series stay, each with the value that the first reducer makes.
   *
   * @defaultValue 'rows'
   */
  readonly mode?: 'rows' | 'series' | undefined;
  /** Gives each label a column of the table. */
  readonly hasLabels?: boolean | undefined;
}

/** Makes one value of each series, or several. */
export const reduce: TransformationKind<ReduceTransformation> = {
  schema: z.looseObject({
    type: z.literal('reduce'),
    queries: z.optional(z.array(z.string())),
    reducers: z.optional(reducersSchema),
    mode: z.optional(z.enum(['rows', 'series'])),
    hasLabels: z.optional(z.boolean()),
  }),
  apply: (results, { reducers = ['last'], mode = 'rows', hasLabels = false }) => {
    if (mode === 'series') return mapFrames(results, (result) => reduceSeries(result, reducers[0] ?? 'last'));
    return combinedResult(results, reducedTable(results, reducers, hasLabels));
  },
};

function reduceSeries({ frame }: TransformResult, reducer: Reducer): Frame {
  const lastMs = timesOf(frame).at(-1);
  const times = Float64Array.of(lastMs ?? Number.NaN);
  const fields = frame.fields.flatMap((field): readonly Field[] => {
    if (field.kind === 'time') return [{ ...field, values: times }];
    if (field.kind !== 'number') return [];
    const { values, gaps } = numberColumn('', [reduceField(field, reducer)]);
    return [{ ...field, values, gaps }];
  });
  return { length: 1, fields };
}

function reducedTable(results: readonly TransformResult[], reducers: readonly Reducer[], hasLabels: boolean): Frame {
  const series = results.flatMap((result) => {
    const names = fieldNames(result);
    return result.frame.fields.flatMap((field, index) =>
      field.kind === 'number' ? [{ name: names[index] ?? field.name, field }] : [],
    );
  });
  const labels = hasLabels ? labelColumns(series.map(({ field }) => field)) : [];
  const columns: readonly Field[] = [
    { kind: 'string', name: 'Series', values: series.map(({ name }) => name) },
    ...labels,
    ...reducers.map((reducer) =>
      numberColumn(
        reducer,
        series.map(({ field }) => reduceField(field, reducer)),
      ),
    ),
  ];
  const names = distinctNames(columns.map(({ name }) => name));
  return {
    length: series.length,
    fields: columns.map((field, index) => ({ ...field, name: names[index] ?? field.name })),
  };
}
