import * as z from 'zod/mini';
import { InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { describeIssue } from './describeIssue.ts';
import { formatPath } from './formatPath.ts';

/**
 * Returns a document from outside as the schema's type.
 *
 * @param schema - A schema of zod or `zod/mini`.
 * @param what - What the document is, for the message: `dashboard`, `options of the widget`.
 * @throws {@link InvalidDocumentError} When it does not have the form that the schema asks for; its issues name each place.
 * @public
 */
export function parseWith<TValue>(schema: z.core.$ZodType<TValue>, what: string, input: unknown): TValue {
  // Without jit, because a page's content security policy may forbid `new Function` and would report the attempt.
  const result = z.safeParse(schema, input, { error: describeIssue, jitless: true });
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: formatPath(path), message }));
  throw new InvalidDocumentError(what, issues);
}
