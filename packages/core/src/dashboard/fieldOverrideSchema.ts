import * as z from 'zod/mini';
import { semanticCheck } from '../document/semanticChecks.ts';
import type { FieldOverride } from './FieldOverride.ts';
import { fieldOptionsSchema, reportPattern } from './fieldOptionsSchema.ts';

/** The form of a {@link FieldOverride}. */
export const fieldOverrideSchema: z.ZodMiniType<FieldOverride> = z.looseObject({
  match: z.looseObject({ by: z.enum(['name', 'pattern', 'query', 'type']), value: z.string() }).check(
    semanticCheck(({ by, value }, report) => {
      reportPattern(by === 'pattern' ? value : undefined, ['value'], report);
    }),
  ),
  field: z.optional(fieldOptionsSchema),
  style: z.optional(z.record(z.string(), z.unknown())),
});
