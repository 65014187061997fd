import * as z from 'zod/mini';
import { timesOf } from '../../frame/concatFrames.ts';
import type { Frame, NumberField } from '../../frame/Frame.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import { orderRows } from '../columns/orderRows.ts';
import { takeRows } from '../columns/placeRows.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { combinedResult, type TransformResult } from '../TransformResult.ts';

/**
 * Makes one table of all samples of all results: their moments in `time`, the names of their series in `Series`, and
 * `Value`; in the order of time.
 *
 * @public
 */
export interface SeriesToRowsTransformation extends TransformationScope {
  readonly type: 'seriesToRows';
}

/** Makes one table of all samples. */
export const seriesToRows: TransformationKind<SeriesToRowsTransformation> = {
  schema: z.looseObject({ type: z.literal('seriesToRows'), queries: z.optional(z.array(z.string())) }),
  apply: (results) => combinedResult(results, toRows(results)),
};

interface NamedSeries {
  readonly name: string;
  readonly times: Float64Array;
  readonly field: NumberField;
}

function toRows(results: readonly TransformResult[]): Frame {
  const series = results.flatMap(seriesOf);
  const most = series.reduce((sum, { field }) => sum + field.values.length, 0);
  const [times, values] = [new Float64Array(most), new Float64Array(most)];
  const names: string[] = [];
  for (const { name, times: own, field } of series) {
    for (let row = 0; row < field.values.length; row += 1) {
      if (field.gaps?.[row] === 1) continue;
      times[names.length] = own[row] ?? Number.NaN;
      values[names.length] = field.values[row] ?? Number.NaN;
      names.push(name);
    }
  }
  const length = names.length;
  const frame: Frame = {
    length,
    fields: [
      { kind: 'time', name: 'time', values: times.subarray(0, length) },
      { kind: 'string', name: 'Series', values: names },
      { kind: 'number', name: 'Value', labels: {}, values: values.subarray(0, length) },
    ],
  };
  return takeRows(frame, orderRows([{ keys: times.subarray(0, length), isDescending: false }], length));
}

function seriesOf(result: TransformResult): readonly NamedSeries[] {
  const names = fieldNames(result);
  const times = timesOf(result.frame);
  return result.frame.fields.flatMap((field, index) =>
    field.kind === 'number' ? [{ name: names[index] ?? field.name, times, field }] : [],
  );
}
