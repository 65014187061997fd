import * as z from 'zod/mini';
import type { Query } from './Query.ts';

/** The form of a {@link Query}. */
export const querySchema: z.ZodMiniType<Query> = z.looseObject({
  refId: z.string().check(z.minLength(1)),
  expr: z.string(),
  legend: z.optional(z.string()),
  instant: z.optional(z.boolean()),
  minStepMs: z.optional(z.number().check(z.minimum(1))),
  offsetMs: z.optional(z.number().check(z.minimum(1))),
  rangeMs: z.optional(z.number().check(z.minimum(1))),
  isHidden: z.optional(z.boolean()),
});
