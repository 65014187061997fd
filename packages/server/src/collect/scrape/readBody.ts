import { GlasspaneError } from '@glasspane/core';

/**
 * Reads the whole body of an answer as UTF-8.
 *
 * @throws {@link GlasspaneError} When it is larger than the limit, of which nothing more is then read, or not UTF-8.
 */
export async function readBody(response: Response, limitBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      await reader.cancel();
      throw new GlasspaneError(
        'bad_response',
        `The target's answer is over the body_size_limit of ${limitBytes} bytes; raise it if that is meant.`,
      );
    }
    chunks.push(value);
  }
  return decode(Buffer.concat(chunks, bytes));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new GlasspaneError('bad_response', "The target's answer is not valid UTF-8.", { cause });
  }
}
