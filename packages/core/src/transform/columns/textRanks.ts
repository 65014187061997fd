/** With more texts than these, asking the locale about each two of them would hold up the page. */
const MOST_COMPARED = 5000;

/**
 * Returns the place of each text in the order of the locale, numbers in texts by value: equal where the locale tells no
 * difference, and `NaN` for empty texts. Of more than 5,000 different texts, letters beyond ASCII come last, by code.
 */
export function textRanks(texts: readonly string[], locale: string | undefined): Float64Array {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const ranks =
    distinct.length > MOST_COMPARED ? ranksByKey(distinct, locale) : ranksBy(distinct.sort(compare), compare);
  return Float64Array.from(texts, (text) => ranks.get(text) ?? Number.NaN);
}

function ranksBy(sorted: readonly string[], compare: (a: string, b: string) => number): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let rank = -1;
  let previous: string | undefined;
  for (const text of sorted) {
    // What the locale does not tell apart has one rank, so that such rows keep their order.
    if (previous === undefined || compare(previous, text) !== 0) rank += 1;
    ranks.set(text, rank);
    previous = text;
  }
  return ranks;
}

/** Gives each text a key whose code units are in the order that its letters have in the locale. */
function ranksByKey(texts: readonly string[], locale: string | undefined): ReadonlyMap<string, number> {
  const codes = letterCodes(locale);
  const keyed = texts.map((text) => ({ text, key: naturalKey(text, codes) }));
  keyed.sort((a, b) => (a.key === b.key ? (a.text < b.text ? -1 : 1) : a.key < b.key ? -1 : 1));
  return new Map(keyed.map(({ text }, rank) => [text, rank]));
}

const ZERO = 48;
const ASCII = 128;

function letterCodes(locale: string | undefined): Uint16Array {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  const letters = Array.from({ length: ASCII }, (_, code) => String.fromCharCode(code)).sort(compare);
  const codes = new Uint16Array(ASCII);
  let code = 0;
  for (const [index, letter] of letters.entries()) {
    const previous = letters[index - 1];
    if (previous !== undefined && compare(previous, letter) !== 0) code += 1;
    codes[letter.charCodeAt(0)] = code;
  }
  return codes;
}

function naturalKey(text: string, codes: Uint16Array): string {
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > ZERO + 9) {
      key += String.fromCharCode(codes[code] ?? code);
      continue;
    }
    let start = at;
    while (text.charCodeAt(start) === ZERO) start += 1;
    at = Math.max(at, start - 1);
    while (isDigit(text, at + 1)) at += 1;
    // More digits are a larger number; the mark stands where digits stand among letters.
    const digits = text.slice(start, at + 1);
    key += String.fromCharCode(codes[ZERO] ?? ZERO, digits.length) + digits;
  }
  return key;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= ZERO + 9;
}
