import * as z from 'zod/mini';
import { semanticCheck } from '../document/semanticChecks.ts';
import type { TimeRange } from './TimeRange.ts';
import { parseTimeExpression } from './timeExpression.ts';

const timeExpression = z.string().check(
  semanticCheck((text, report) => {
    const expression = parseTimeExpression(text);
    if (typeof expression === 'string') report([], expression);
  }),
);

/** The form of a {@link TimeRange}. */
export const timeRangeSchema: z.ZodMiniType<TimeRange> = z.looseObject({ from: timeExpression, to: timeExpression });
