/** A place in a text that reads a variable: `$name`, `${name}` or `${name:format}`. */
export interface VariableReference {
  readonly name: string;
  readonly format: string | undefined;
}

/** A text in pieces: what stands there literally, and the variables between. */
export type TextPiece = string | VariableReference;

const pattern = /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?::(\w+))?\}/;

/** Returns the reference that starts exactly at an offset, and where it ends. */
export function referenceAt(text: string, at: number): { reference: VariableReference; end: number } | undefined {
  const sticky = new RegExp(pattern, 'y');
  sticky.lastIndex = at;
  const match = sticky.exec(text);
  return match === null ? undefined : { reference: toReference(match), end: sticky.lastIndex };
}

/**
 * Cuts a text at its references. Literal pieces are never empty.
 *
 * @param literal - What is literal although a reference may begin within it.
 */
export function splitReferences(text: string, literal: RegExp = /(?!)/): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(`${literal.source}|${pattern.source}`, 'g'))) {
    if (match[1] === undefined && match[2] === undefined) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(toReference(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/**
 * Returns the names of the variables that a text reads, built-in ones (`__interval` …) included, in order of their first
 * use, each once.
 *
 * @public
 */
export function variablesIn(text: string): readonly string[] {
  const names = splitReferences(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));
  return [...new Set(names)];
}

function toReference([, plain, braced, format]: RegExpMatchArray): VariableReference {
  return { name: plain ?? braced ?? '', format };
}
