import * as z from 'zod/mini';
import { findInAny } from '../columns/fieldNames.ts';
import { orderKeys, orderRows } from '../columns/orderRows.ts';
import { takeRows } from '../columns/placeRows.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';

/**
 * Sorts rows by fields; rows with equal values keep their order, and those without a value come last in both directions.
 *
 * @public
 */
export interface SortByTransformation extends TransformationScope {
  readonly type: 'sortBy';
  /** The fields, the most important one first. */
  readonly by: readonly { readonly field: string; readonly isDescending?: boolean | undefined }[];
}

/** Sorts rows by fields. */
export const sortBy: TransformationKind<SortByTransformation> = {
  schema: z.looseObject({
    type: z.literal('sortBy'),
    queries: z.optional(z.array(z.string())),
    by: z.array(z.looseObject({ field: z.string(), isDescending: z.optional(z.boolean()) })).check(z.minLength(1)),
  }),
  apply: (results, { by }, { locale }) => {
    const found = findInAny(
      results,
      by.map(({ field }) => field),
    );
    return results.map((result, index) => {
      const fields = found[index];
      if (fields === undefined) return result;
      const columns = fields.map((field, at) => ({
        keys: orderKeys(field, locale),
        isDescending: by[at]?.isDescending ?? false,
      }));
      const rows = orderRows(columns, result.frame.length);
      const isSorted = rows.every((row, at) => row === at);
      return isSorted ? result : { ...result, frame: takeRows(result.frame, rows) };
    });
  },
};
