import type { Labels } from '@glasspane/promql/syntax';

// FNV-1a of 64 bits, in four limbs of 16 bits, because numbers hold no product of 64 bits and BigInt is slow.
const OFFSET_BASIS = [0x2325, 0x8422, 0x9ce4, 0xcbf2] as const;
// The prime is 2^40 + 0x1b3.
const PRIME_LOW = 0x1b3;
const PRIME_SHIFT_IN_THIRD_LIMB = 0x100;
const SEPARATOR = 0xff;

/**
 * Returns the hash by which Prometheus and Alertmanager tell label sets apart: FNV-1a over the sorted labels, as 16
 * hexadecimal digits.
 *
 * @public
 */
export function fingerprintOf(labels: Labels): string {
  const bytes: number[] = [];
  for (const [name, value] of Object.entries(labels).sort(([a], [b]) => compareBytes(a, b))) {
    pushUtf8(bytes, name);
    bytes.push(SEPARATOR);
    pushUtf8(bytes, value);
    bytes.push(SEPARATOR);
  }
  return hash(bytes);
}

function hash(bytes: readonly number[]): string {
  let [a, b, c, d]: readonly [number, number, number, number] = OFFSET_BASIS;
  for (const byte of bytes) {
    const low = a ^ byte;
    const first = low * PRIME_LOW;
    const second = b * PRIME_LOW + Math.floor(first / 0x10000);
    const third = c * PRIME_LOW + low * PRIME_SHIFT_IN_THIRD_LIMB + Math.floor(second / 0x10000);
    const fourth = d * PRIME_LOW + b * PRIME_SHIFT_IN_THIRD_LIMB + Math.floor(third / 0x10000);
    a = first % 0x10000;
    b = second % 0x10000;
    c = third % 0x10000;
    d = fourth % 0x10000;
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}

/** Orders texts by their code points, which is the order of their bytes in UTF-8. */
function compareBytes(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function pushUtf8(bytes: number[], text: string): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
}
