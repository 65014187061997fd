import * as z from 'zod/mini';
import { describeValue } from './describeIssue.ts';

/**
 * Returns a schema of texts that match a pattern.
 *
 * @param rule - What such a text is, for the message: `must be an email address`.
 */
export function textMatching(pattern: RegExp, rule: string): z.ZodMiniString {
  return z.string().check(z.regex(pattern, { error: ({ input }) => `${rule}, found ${describeValue(input)}` }));
}
