import * as z from 'zod/mini';
import type { FieldOverride } from './FieldOverride.ts';
import { fieldOptionsSchema } from './fieldOptionsSchema.ts';

/** The form of a {@link FieldOverride}. */
export const fieldOverrideSchema: z.ZodMiniType<FieldOverride> = z.looseObject({
  match: z.looseObject({ by: z.enum(['name', 'pattern', 'query', 'type']), value: z.string() }),
  field: z.optional(fieldOptionsSchema),
  style: z.optional(z.record(z.string(), z.unknown())),
});
