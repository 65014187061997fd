/** What was read of a body. */
export interface ReadText {
  readonly text: string;
  /** Whether it was longer than the limit, and the rest left unread. */
  readonly isCut: boolean;
}

/**
 * Reads the body of an answer as text, up to a limit: a backend that never ends its answer must not fill the memory of the
 * page. Stops when the signal fires, also where the `fetch` of the host does not heed it.
 */
export async function readText(response: Response, maxBytes: number, signal: AbortSignal): Promise<ReadText> {
  if (response.body === null) return { text: '', isCut: false };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes || signal.aborted) {
      reader.cancel().catch(() => undefined);
      return { text: parts.join(''), isCut: true };
    }
    parts.push(decoder.decode(chunk.value, { stream: true }));
  }
  parts.push(decoder.decode());
  return { text: parts.join(''), isCut: false };
}
