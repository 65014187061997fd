import type * as z from 'zod/mini';
import type { TransformContext, TransformResult } from './TransformResult.ts';

/**
 * What every transformation may say.
 *
 * @public
 */
export interface TransformationScope {
  /** The queries it is applied to, by `refId`; left out: all. The results of the others stay as they are. */
  readonly queries?: readonly string[] | undefined;
}

/** One kind of transformation: its form, and what it does. */
export interface TransformationKind<TStep extends TransformationScope> {
  readonly schema: z.ZodMiniType<TStep>;
  /** Returns other results; those that stay as they are, as the same objects. Throws a {@link StepError} where it cannot. */
  apply(results: readonly TransformResult[], step: TStep, context: TransformContext): readonly TransformResult[];
}
