import { quoteString, unquoteString } from '@glasspane/promql/syntax';
import { interpolateWord } from './interpolateWord.ts';
import { type PromqlPart, promqlParts, type StringPlace } from './promqlParts.ts';
import type { VariableValues } from './Variable.ts';
import { splitReferences, type TextPiece } from './variableReferences.ts';
import { joinValues, notAll, type ReferencedValues, valuesOf } from './variableValues.ts';

/**
 * Fills variables into a PromQL query, each by the place where it stands, so that a value never becomes syntax:
 *
 * - In a matcher's string with `=` or `!=` the value stands for itself; several values, or all, turn the operator into
 *   `=~` or `!~`.
 * - In a regular expression the value matches itself only; several values are alternatives, all is `.*`.
 * - In `[…]` and behind `offset` it must be a duration, in a list of labels a label name (several are fine), elsewhere a
 *   number, a metric or a function name.
 *
 * `${name:raw}` puts a value in a regular expression as a pattern; `${name:csv}` and `${name:pipe}` join several values to
 * one text, there one pattern.
 *
 * @throws {@link VariableError} When a variable does not exist, or its value does not fit where it stands.
 * @public
 */
export function interpolatePromql(expr: string, variables: VariableValues): string {
  const parts = promqlParts(expr);
  const texts = parts.map((part) => part.text);
  parts.forEach((part, index) => {
    if (!part.text.includes('$')) return;
    if (part.kind === 'word') texts[index] = interpolateWord(part, variables);
    if (part.kind !== 'string') return;
    const { text, isRegex } = interpolateString(part.text, part.place, variables);
    texts[index] = text;
    if (isRegex && part.place === 'exact') turnToRegex(parts, texts, index);
  });
  return texts.join('');
}

function turnToRegex(parts: readonly PromqlPart[], texts: string[], stringIndex: number): void {
  let index = stringIndex;
  while (parts[index]?.kind !== 'operator') index -= 1;
  texts[index] = texts[index] === '=' ? '=~' : '!~';
}

type ValuePiece = string | ReferencedValues;

function interpolateString(
  source: string,
  place: StringPlace,
  variables: VariableValues,
): { text: string; isRegex: boolean } {
  const pieces = stringPieces(source, place)?.map(
    (piece): ValuePiece => (typeof piece === 'string' ? piece : valuesOf(piece, variables)),
  );
  if (pieces === undefined || pieces.every((piece) => typeof piece === 'string'))
    return { text: source, isRegex: false };
  const isRegex = place === 'regex' || (place === 'exact' && pieces.some(needsRegex));
  const value = isRegex ? regexOf(pieces, place === 'regex') : textOf(pieces, place);
  return { text: quoteString(value), isRegex };
}

// In a regular expression `\$name` is a dollar sign and a name; the backslash is doubled where the string has escapes.
const escapedDollar = /\\\\\\\\|\\\\\$/;
const escapedDollarInRaw = /\\\\|\\\$/;

/** Returns the pieces of a string with the literal ones unescaped; `undefined` when one has an escape that is none. */
function stringPieces(source: string, place: StringPlace): readonly TextPiece[] | undefined {
  const quote = source[0] ?? '"';
  const literal = place === 'regex' ? (quote === '`' ? escapedDollarInRaw : escapedDollar) : undefined;
  try {
    return splitReferences(source.slice(1, -1), literal).map((piece) =>
      typeof piece === 'string' ? unquoteString(quote + piece + quote) : piece,
    );
  } catch {
    // The parser says what is wrong with it, and where.
    return undefined;
  }
}

const needsRegex = (piece: ValuePiece): boolean =>
  typeof piece !== 'string' && piece.format === undefined && (piece.isAll || piece.values.length > 1);

function regexOf(pieces: readonly ValuePiece[], isLiteralPattern: boolean): string {
  const isAlone = pieces.length === 1;
  let pattern = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') pattern += isLiteralPattern ? piece : escapeRegex(piece);
    else if (piece.isAll) pattern += '.*';
    // In what was written as a text, a value asked for as it is stays a text.
    else if (piece.format !== undefined)
      pattern += isLiteralPattern ? joinValues(piece) : escapeRegex(joinValues(piece));
    else {
      const alternatives = piece.values.map(escapeRegex).join('|');
      // In brackets a minus would make a range.
      if (openBracket.test(pattern)) pattern += alternatives.replaceAll('-', '\\-');
      else pattern += isAlone || piece.values.length === 1 ? alternatives : `(?:${alternatives})`;
    }
  }
  return pattern;
}

const openBracket = /^(?:[^\\[]|\\.|\[\^?\]?(?:[^\\\]]|\\.)*\])*\[(?:[^\\\]]|\\.)*$/s;

function textOf(pieces: readonly ValuePiece[], place: StringPlace): string {
  const texts = pieces.map((piece, index) => {
    if (typeof piece === 'string') {
      const isBeforeValue = place === 'replacement' && index + 1 < pieces.length;
      return isBeforeValue ? closeGroupReference(piece) : piece;
    }
    if (piece.isAll) throw notAll(piece.name);
    const text = joinValues(piece);
    return place === 'replacement' ? text.replaceAll('$', '$$$$') : text;
  });
  return texts.join('');
}

/** Returns a replacement that ends with `$1` or `$` so that what follows does not become part of it: `${1}`, `$$`. */
function closeGroupReference(text: string): string {
  return text.replace(/((?:^|[^$])(?:\$\$)*)\$([\p{L}\p{N}_]*)$/u, (_, before: string, name: string) =>
    name === '' ? `${before}$$` : `${before}\${${name}}`,
  );
}

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
