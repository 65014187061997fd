import { InvalidDocumentError, parseWith } from '@glasspane/core';
import type { ApiProtocol } from './statusError.ts';

/**
 * Returns an answer as the schema's type.
 *
 * @param what - What the answer is, for the message: `list of alerts`.
 * @throws {@link GlasspaneError} `bad_response` when it is none.
 */
export function parseAnswerWith<TValue>(
  schema: Parameters<typeof parseWith<TValue>>[0],
  { protocol, what, data }: { readonly protocol: ApiProtocol; readonly what: string; readonly data: unknown },
): TValue {
  return readAnswer(protocol, what, () => parseWith(schema, what, data));
}

/** Runs a parser on an answer: what it says of a faulty document becomes a `bad_response`. */
export function readAnswer<TValue>(protocol: ApiProtocol, what: string, parse: () => TValue): TValue {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof InvalidDocumentError)) throw cause;
    const [issue] = cause.issues;
    const place = issue === undefined || issue.path === '' ? '' : `${issue.path} `;
    throw protocol.badResponse(`it is no ${what}: ${place}${issue?.message ?? ''}`, cause);
  }
}
