import * as z from 'zod/mini';
import { takeRows } from '../columns/placeRows.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { mapFrames } from '../TransformResult.ts';

/**
 * Keeps so many rows of each result.
 *
 * @public
 */
export interface LimitTransformation extends TransformationScope {
  readonly type: 'limit';
  readonly count: number;
  /**
   * Which rows are kept.
   *
   * @defaultValue 'first'
   */
  readonly keep?: 'first' | 'last' | undefined;
}

/** Keeps so many rows of each result. */
export const limit: TransformationKind<LimitTransformation> = {
  schema: z.looseObject({
    type: z.literal('limit'),
    queries: z.optional(z.array(z.string())),
    count: z.int().check(z.minimum(0)),
    keep: z.optional(z.enum(['first', 'last'])),
  }),
  apply: (results, { count, keep = 'first' }) =>
    mapFrames(results, ({ frame }) => {
      if (frame.length <= count) return frame;
      const start = keep === 'first' ? 0 : frame.length - count;
      return takeRows(
        frame,
        Uint32Array.from({ length: count }, (_, row) => start + row),
      );
    }),
};
