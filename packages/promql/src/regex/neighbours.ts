import type { Assertion } from '../syntax/regex/ast.ts';

/** What kind of character stands on one side of a place in the text. */
export const OTHER = 0;
const WORD = 1;
const NEWLINE = 2;
export const EDGE = 3;

/** Returns the kind of a character. */
export function neighbourOf(code: number): number {
  if (code === 10) return NEWLINE;
  const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
  return isWord ? WORD : OTHER;
}

/** Returns whether an assertion is fulfilled between two neighbours. */
export function holds(assertion: Assertion, before: number, after: number): boolean {
  switch (assertion) {
    case 'textStart':
      return before === EDGE;
    case 'textEnd':
      return after === EDGE;
    case 'lineStart':
      return before === EDGE || before === NEWLINE;
    case 'lineEnd':
      return after === EDGE || after === NEWLINE;
    default:
      return ((before === WORD) !== (after === WORD)) === (assertion === 'wordBoundary');
  }
}
