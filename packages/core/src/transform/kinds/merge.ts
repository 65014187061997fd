import * as z from 'zod/mini';
import { mergeFrames } from '../mergeFrames.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { combinedResult } from '../TransformResult.ts';

/**
 * Makes one table of all results, with each column once. Rows whose moments and texts are the same in the columns that
 * all results have become one row, unless they would both fill another column with different values.
 *
 * @public
 */
export interface MergeTransformation extends TransformationScope {
  readonly type: 'merge';
}

/** Makes one table of all results. */
export const merge: TransformationKind<MergeTransformation> = {
  schema: z.looseObject({ type: z.literal('merge'), queries: z.optional(z.array(z.string())) }),
  apply: (results) => (results.length < 2 ? results : combinedResult(results, mergeFrames(results))),
};
