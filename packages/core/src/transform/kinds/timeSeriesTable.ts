import * as z from 'zod/mini';
import { numberFieldsOf, timesOf } from '../../frame/concatFrames.ts';
import type { Field, Frame } from '../../frame/Frame.ts';
import { type Reducer, reduceField } from '../../reduce/reduceField.ts';
import { distinctNames } from '../columns/distinctNames.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import { labelColumns } from '../columns/labelColumns.ts';
import { numberColumn } from '../columns/numberColumn.ts';
import { reducersSchema } from '../columns/reducers.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import type { TransformResult } from '../TransformResult.ts';

/**
 * Makes a table of each result with a row a series: a column a label (`Series` where there are none), the course of the
 * series in `Trend`, and a column a reducer. Of several results, the columns of values have the `refId` in their names, so
 * that the tables can be joined.
 *
 * @public
 */
export interface TimeSeriesTableTransformation extends TransformationScope {
  readonly type: 'timeSeriesTable';
  /**
   * The values beside the course.
   *
   * @defaultValue `['last']`
   */
  readonly reducers?: readonly Reducer[] | undefined;
}

/** Makes a table with a row a series, its course in it. */
export const timeSeriesTable: TransformationKind<TimeSeriesTableTransformation> = {
  schema: z.looseObject({
    type: z.literal('timeSeriesTable'),
    queries: z.optional(z.array(z.string())),
    reducers: z.optional(reducersSchema),
  }),
  apply: (results, { reducers = ['last'] }) =>
    results.map((result) => {
      const suffix = results.length > 1 ? ` ${result.refId}` : '';
      const { legend: _, ...rest } = result;
      return { ...rest, frame: toTable(result, reducers, suffix) };
    }),
};

function toTable(result: TransformResult, reducers: readonly Reducer[], suffix: string): Frame {
  const { frame } = result;
  const series = numberFieldsOf(frame);
  const times = timesOf(frame);
  const labels = labelColumns(series);
  const names = fieldNames(result).filter((_, index) => frame.fields[index]?.kind === 'number');
  const columns: readonly Field[] = [
    ...(labels.length > 0 ? labels : [{ kind: 'string' as const, name: 'Series', values: names }]),
    { kind: 'series', name: `Trend${suffix}`, values: series.map((field) => ({ times, field })) },
    ...reducers.map((reducer) =>
      numberColumn(
        `${reducer}${suffix}`,
        series.map((field) => reduceField(field, reducer)),
      ),
    ),
  ];
  const distinct = distinctNames(columns.map(({ name }) => name));
  const fields = columns.map((field, index) => ({ ...field, name: distinct[index] ?? field.name }));
  return { length: series.length, fields };
}
