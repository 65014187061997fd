import { parseSpanMs } from '@glasspane/core/chart';
import * as z from 'zod/mini';

/** The schema of a span of time among a widget's options: `1d`. */
export const spanSchema: z.ZodMiniString = z
  .string()
  .check(z.refine((text) => parseSpanMs(text) !== undefined, { error: 'must be a span of time such as 1h or 7d' }));
