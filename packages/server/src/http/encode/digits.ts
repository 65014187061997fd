const ZERO = 48;

/** The two digits of each number below 100, as one 16-bit number. */
const PAIRS = Uint16Array.from({ length: 100 }, (_, n) => ((ZERO + Math.floor(n / 10)) << 8) | (ZERO + (n % 10)));

/**
 * Writes a whole number.
 *
 * @param value - From 0 to below 2^31.
 * @returns the position after it.
 */
export function writeDigits(view: DataView, at: number, value: number): number {
  const end = at + digitCount(value);
  let rest = value | 0;
  let place = end;
  while (rest >= 100) {
    const quotient = (rest / 100) | 0;
    place -= 2;
    view.setUint16(place, PAIRS[rest - quotient * 100] as number);
    rest = quotient;
  }
  if (rest >= 10) view.setUint16(place - 2, PAIRS[rest] as number);
  else view.setUint8(place - 1, ZERO + rest);
  return end;
}

/** Writes a number below 10^8 with all of its eight digits. */
export function writeEightDigits(view: DataView, at: number, value: number): void {
  const high = (value / 10_000) | 0;
  writeFourDigits(view, at, high);
  writeFourDigits(view, at + 4, value - high * 10_000);
}

/** Writes a number below 10^4 with all of its four digits. */
export function writeFourDigits(view: DataView, at: number, value: number): void {
  const high = (value / 100) | 0;
  view.setUint16(at, PAIRS[high] as number);
  view.setUint16(at + 2, PAIRS[value - high * 100] as number);
}

/** Returns the position behind the last of the given digits that is not 0. */
export function trimZeros(view: DataView, end: number): number {
  let trimmed = end;
  while (view.getUint8(trimmed - 1) === ZERO) trimmed -= 1;
  return trimmed;
}

function digitCount(value: number): number {
  if (value < 10_000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
  if (value < 100_000_000) return value < 1_000_000 ? (value < 100_000 ? 5 : 6) : value < 10_000_000 ? 7 : 8;
  return value < 1_000_000_000 ? 9 : 10;
}
