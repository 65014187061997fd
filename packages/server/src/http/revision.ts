import { ApiError } from './ApiError.ts';
import type { JsonRequest } from './jsonRoute.ts';

/** Returns the headers that say which revision of a document is answered. */
export function revisionHeaders(revision: number): Readonly<Record<string, string>> {
  return { etag: `"${revision}"` };
}

/**
 * Returns the revision that a change began from, as its `If-Match` says.
 *
 * @throws {@link ApiError} 428 when it does not say, 400 when it says no revision.
 */
export function readRevision({ header }: Pick<JsonRequest, 'header'>): number {
  const text = header('if-match');
  if (text === undefined) {
    throw new ApiError(
      'precondition_required',
      'the header If-Match is missing: send the revision that the change began from, such as If-Match: "3"',
    );
  }
  // A proxy that packs answers marks their tags as weak.
  const revision = Number(/^(?:W\/)?"([1-9]\d{0,14})"$/.exec(text.trim())?.[1]);
  if (Number.isInteger(revision)) return revision;
  throw new ApiError(
    'bad_data',
    `If-Match: ${text} names no revision; send the one of the document, such as If-Match: "3"`,
  );
}
