import { useRef } from 'react';

/**
 * Returns the same reference for as long as a document's content stays the same: hosts write documents inline, as new
 * objects at every render.
 */
export function useStableDocument(document: unknown): unknown {
  const last = useRef({ document, text: undefined as string | undefined });
  if (last.current.document === document) return document;
  last.current.text ??= JSON.stringify(last.current.document);
  const text = JSON.stringify(document);
  if (text !== last.current.text) last.current = { document, text };
  return last.current.document;
}
