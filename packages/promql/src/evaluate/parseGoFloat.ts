const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d+)$/i;

/** Takes out the underscores; `undefined` where one does not stand between digits, or behind `0x`. */
function withoutUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text;
  const digit = /^[+-]?0x/i.test(text) ? '[0-9a-f]' : '\\d';
  const isLoose = new RegExp(`(?<!${digit}|0x)_|_(?!${digit})`, 'i').test(text);
  return isLoose ? undefined : text.replaceAll('_', '');
}

function parseHexadecimal(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', exponent] = HEXADECIMAL.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const value = Number(`0x${whole}${fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}

/** Returns the number that Go's `ParseFloat` reads, or `undefined` when it would refuse the text. */
export function parseGoFloat(text: string): number | undefined {
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity !== null) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  const plain = withoutUnderscores(text);
  if (plain === undefined) return undefined;
  const value = DECIMAL.test(plain) ? Number(plain) : parseHexadecimal(plain);
  // What is too large is an error to Go, not infinity.
  return value === undefined || Number.isFinite(value) ? value : undefined;
}
