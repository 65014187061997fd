import * as z from 'zod/mini';
import { type DocumentIssue, InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { describeIssue } from './describeIssue.ts';
import { formatPath } from './formatPath.ts';

/**
 * Returns a document from outside as the schema's type.
 *
 * @param schema - A schema of zod or `zod/mini`.
 * @param what - What the document is, for the message: `dashboard`, `options of the widget`.
 * @throws {@link InvalidDocumentError} When it does not have the form that the schema asks for, or has a field named
 * `__proto__` anywhere; its issues name each place.
 * @public
 */
export function parseWith<TValue>(schema: z.core.$ZodType<TValue>, what: string, input: unknown): TValue {
  const lost = fieldsNamedProto(input);
  if (lost.length > 0) throw new InvalidDocumentError(what, lost);
  // Without jit, because a page's content security policy may forbid `new Function` and would report the attempt.
  const result = z.safeParse(schema, input, { error: describeIssue, jitless: true });
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ path: formatPath(path), message }));
  throw new InvalidDocumentError(what, issues);
}

/** Schemas leave out a field of this name without a word, so it is refused wherever it stands. */
function fieldsNamedProto(input: unknown): readonly DocumentIssue[] {
  const issues: DocumentIssue[] = [];
  const seen = new Set<unknown>();
  const open: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Object.hasOwn(value, '__proto__')) {
      issues.push({ path: formatPath([...path, '__proto__']), message: 'cannot be kept under this name; rename it' });
    }
    for (const [key, inner] of Object.entries(value).reverse()) {
      open.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return issues;
}
