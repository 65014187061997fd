import * as z from 'zod/mini';
import type { Field, Frame } from '../../frame/Frame.ts';
import { fieldNames, findField, hasNoData, quoteAll } from '../columns/fieldNames.ts';
import { concatKeys, groupRows, occurrences } from '../columns/groupRows.ts';
import { orderRows } from '../columns/orderRows.ts';
import { placeRows, takeRows } from '../columns/placeRows.ts';
import { uniteNames } from '../columns/uniteNames.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { StepError } from '../TransformError.ts';
import { combinedResult, type TransformResult } from '../TransformResult.ts';

/**
 * Makes one table of all results: rows with the same moment, or the same text or number in a field, become one. Where a result has
 * a key several times, its first row joins the first of the others, its second the second, and so on.
 *
 * @public
 */
export interface JoinByFieldTransformation extends TransformationScope {
  readonly type: 'joinByField';
  /** The field whose cells are compared, which every result must have. Left out: the moments. */
  readonly field?: string | undefined;
  /**
   * `outer`: every row of every result is there, empty where another lacks it. `inner`: only those that all have.
   *
   * @defaultValue 'outer'
   */
  readonly mode?: 'outer' | 'inner' | undefined;
}

/** Makes one table of all results. */
export const joinByField: TransformationKind<JoinByFieldTransformation> = {
  schema: z.looseObject({
    type: z.literal('joinByField'),
    queries: z.optional(z.array(z.string())),
    field: z.optional(z.string()),
    mode: z.optional(z.enum(['outer', 'inner'])),
  }),
  apply: (results, { field, mode = 'outer' }) => {
    if (results.length < 2) return results;
    // A query without series has none to join, and does not empty the others unless only what all have is wanted.
    const parts = mode === 'inner' ? results : results.filter((result) => !hasNoData(result));
    const joined = parts.length === 0 ? results : parts;
    return combinedResult(
      results,
      joinFrames(
        joined,
        joined.map((result) => keyOf(result, field)),
        mode,
      ),
    );
  },
};

function keyOf(result: TransformResult, name: string | undefined): Field {
  const key = name === undefined ? result.frame.fields.find(({ kind }) => kind === 'time') : findField(result, name);
  if (key !== undefined && key.kind !== 'series') return key;
  if (name !== undefined && hasNoData(result)) return { kind: 'string', name, values: [] };
  const what = name === undefined ? 'no field of moments' : `no field ${quoteAll([name])} to compare`;
  throw new StepError(`the result ${result.refId} has ${what}; it has ${quoteAll(fieldNames(result))}`);
}

function joinFrames(results: readonly TransformResult[], keys: readonly Field[], mode: 'outer' | 'inner'): Frame {
  const all = concatKeys(keys);
  const lengths = keys.map(({ values }) => values.length);
  const groups = groupRows([all], all.values.length);
  const places = joinedPlaces(groups.groupOf, occurrences(groups, lengths), lengths, mode);
  const first = keys[0];
  const key = first === undefined ? all : { ...placeRows(all, places), name: first.name };
  let start = 0;
  const columns = results.map((result, index) => {
    const end = start + (lengths[index] ?? 0);
    const own = { places: places.places.subarray(start, end), length: places.length };
    start = end;
    return {
      ...result,
      frame: {
        length: places.length,
        fields: result.frame.fields.filter((field) => field !== keys[index]).map((field) => placeRows(field, own)),
      },
    };
  });
  const fields = [key, ...uniteNames(columns)];
  const frame: Frame = { length: places.length, fields };
  return key.kind === 'time'
    ? takeRows(frame, orderRows([{ keys: key.values, isDescending: false }], places.length))
    : frame;
}

interface JoinedPlaces {
  readonly places: Int32Array;
  readonly length: number;
}

/** Gives each pair of key and occurrence a row, in the order in which they appear. */
function joinedPlaces(
  groupOf: Uint32Array,
  occurrenceOf: Uint32Array,
  lengths: readonly number[],
  mode: 'outer' | 'inner',
): JoinedPlaces {
  const most = occurrenceOf.reduce((max, count) => (count > max ? count : max), 0) + 1;
  const slots = new Map<number, number>();
  const places = Int32Array.from(groupOf, (group, row) => {
    const key = group * most + (occurrenceOf[row] ?? 0);
    const slot = slots.get(key) ?? slots.size;
    slots.set(key, slot);
    return slot;
  });
  if (mode === 'outer') return { places, length: slots.size };
  const holders = new Uint32Array(slots.size);
  for (const slot of places) holders[slot] = (holders[slot] ?? 0) + 1;
  let length = 0;
  const kept = Int32Array.from(holders, (count) => (count === lengths.length ? length++ : -1));
  return { places: places.map((slot) => kept[slot] ?? -1), length };
}
