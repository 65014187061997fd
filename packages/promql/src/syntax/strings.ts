const simpleEscapes: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
]);

// A byte that is not part of UTF-8 has no character; it is kept as a lone surrogate, so that it survives a round trip.
const escapeByte = (byte: number): string =>
  byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0xdc00 + byte);

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

/** Joins escaped bytes that are UTF-8 together (`"\xc3\xa9"`) to characters. */
function joinBytes(text: string): string {
  return text.replace(/[\udc80-\udcff]{2,4}/g, (run) => {
    const bytes = [...run].map((character) => character.charCodeAt(0) - 0xdc00);
    const length = sequenceLength(bytes[0] ?? 0);
    if (length === 1 || length > bytes.length) return run;
    const encoded = bytes.slice(0, length).map((byte) => `%${byte.toString(16)}`);
    try {
      return decodeURIComponent(encoded.join('')) + joinBytes(run.slice(length));
    } catch {
      return run[0] + joinBytes(run.slice(1));
    }
  });
}

const escapePattern = /\\(?:[0-3][0-7]{2}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S]?)/g;

/** Thrown by {@link unquoteString}; the parser turns it into a syntax error with a place. */
class EscapeError extends Error {}

function resolveEscape(sequence: string, quote: string): string {
  const letter = sequence[1];
  if (letter === undefined) throw new EscapeError('escape sequence not terminated');
  if (letter === quote) return quote;
  const simple = sequence.length === 2 ? simpleEscapes.get(letter) : undefined;
  if (simple !== undefined) return simple;
  if (sequence.length === 4) {
    return escapeByte(letter === 'x' ? Number.parseInt(sequence.slice(2), 16) : Number.parseInt(sequence.slice(1), 8));
  }
  if (sequence.length > 4) {
    const code = Number.parseInt(sequence.slice(2), 16);
    if (code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code);
    throw new EscapeError('escape sequence is an invalid Unicode code point');
  }
  throw new EscapeError(`unknown escape sequence ${nameCharacter(letter)}`);
}

/** Returns a character as Go writes it with its number: `U+0071 'q'`. */
function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} '${character}'`;
}

// The digits of an escape by its letter: their radix and how many there have to be.
const digitEscape = /^(?:([0-7])|x|u|U)/;

/** Says what is wrong with an escape that is too short or has other characters than digits. */
function checkDigits(body: string, at: number): void {
  const kind = digitEscape.exec(body.slice(at));
  if (kind === null) return;
  const isOctal = kind[1] !== undefined;
  const count = isOctal ? 3 : kind[0] === 'x' ? 2 : kind[0] === 'u' ? 4 : 8;
  const first = isOctal ? at : at + 1;
  for (let index = first; index < first + count; index += 1) {
    const character = String.fromCodePoint(body.codePointAt(index) ?? 0);
    if (index >= body.length) throw new EscapeError('escape sequence not terminated');
    if (!(isOctal ? /[0-7]/ : /[0-9a-fA-F]/).test(character)) {
      throw new EscapeError(`illegal character ${nameCharacter(character)} in escape sequence`);
    }
  }
  if (isOctal && Number.parseInt(body.slice(first, first + count), 8) > 255) {
    throw new EscapeError('escape sequence is an invalid Unicode code point');
  }
}

function resolveEscapes(body: string, quote: string, source: string): string {
  return body.replace(escapePattern, (sequence, at: number) => {
    checkDigits(source, at + 1);
    return resolveEscape(sequence, quote);
  });
}

/** Says what is wrong with the escapes of a string, read as far as it goes; `undefined` when nothing is. */
export function findBadEscape(quote: string, body: string, source: string): string | undefined {
  try {
    resolveEscapes(body, quote, source);
    return undefined;
  } catch (error) {
    if (error instanceof EscapeError) return error.message;
    throw error;
  }
}

/**
 * Returns the value of a quoted PromQL string: `"…"` and `'…'` with Go's escapes, `` `…` `` raw.
 *
 * @throws Error When the quotes do not match or an escape is unknown.
 *
 * @public
 */
export function unquoteString(quoted: string): string {
  const quote = quoted[0] ?? '';
  if (quoted.length < 2 || !'"\'`'.includes(quote) || !quoted.endsWith(quote)) {
    throw new EscapeError(`${quoted} is no quoted string; put it in ", ' or \``);
  }
  const body = quoted.slice(1, -1);
  if (quote === '`') return body.replaceAll('\r', '');
  if (!body.includes('\\')) return body;
  return joinBytes(resolveEscapes(body, quote, body + quote));
}

const shortNames: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [...simpleEscapes, ['"', '"'] as const].map(([name, character]) => [character, name]),
);

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/**
 * Returns the text as a PromQL string in double quotes, escaped as Go does.
 *
 * @public
 */
export function quoteString(value: string): string {
  // What does not print, spaces other than the one of ASCII included.
  const body = value.replace(/["\\]|(?! )[\p{C}\p{Z}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const name = shortNames.get(character);
    if (name !== undefined) return `\\${name}`;
    if (code < 0x80) return `\\x${hex(code, 2)}`;
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
    if (code > 0xffff) return `\\U${hex(code, 8)}`;
    // Half of a character is what UTF-8 makes of it.
    return code >= 0xd800 && code < 0xe000 ? '\ufffd' : `\\u${hex(code, 4)}`;
  });
  return `"${body}"`;
}

/** Returns a character as Go quotes it in messages: `'a'`, `'\\n'`. */
export function quoteCharacter(character: string): string {
  if (character === "'") return String.raw`'\''`;
  return character === '"' ? `'"'` : `'${quoteString(character).slice(1, -1)}'`;
}

/** Returns how many bytes the text takes as UTF-8, which is how Prometheus measures texts. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length += 4;
      at += 1;
    } else {
      length += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    }
  }
  return length;
}

/**
 * Returns whether the text can be a label's or a metric's name: any UTF-8 but the empty string.
 *
 * @public
 */
export function isValidName(name: string): boolean {
  // A lone surrogate cannot come from UTF-8.
  return name !== '' && !/[\ud800-\udfff]/u.test(name);
}
