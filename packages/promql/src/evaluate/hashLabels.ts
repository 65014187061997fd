import type { LabelSet } from './LabelSet.ts';

const mask = 0xffff_ffff_ffff_ffffn;
const prime1 = 0x9e37_79b1_85eb_ca87n;
const prime2 = 0xc2b2_ae3d_27d4_eb4fn;
const prime3 = 0x1656_67b1_9e37_79f9n;
const prime4 = 0x85eb_ca77_c2b2_ae63n;
const prime5 = 0x27d4_eb2f_1656_67c5n;

const rotate = (value: bigint, bits: bigint): bigint => ((value << bits) | (value >> (64n - bits))) & mask;
const round = (accumulator: bigint, input: bigint): bigint =>
  (rotate((accumulator + input * prime2) & mask, 31n) * prime1) & mask;

/** Returns the 64-bit xxHash of the bytes, with seed 0. */
function xxHash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let hash = prime5;
  if (bytes.length >= 32) {
    let lanes = [(prime1 + prime2) & mask, prime2, 0n, (mask + 1n - prime1) & mask];
    for (; at + 32 <= bytes.length; at += 32) {
      lanes = lanes.map((lane, index) => round(lane, view.getBigUint64(at + index * 8, true)));
    }
    const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes;
    hash = (rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n)) & mask;
    for (const lane of lanes) hash = ((hash ^ round(0n, lane)) * prime1 + prime4) & mask;
  }
  hash = (hash + BigInt(bytes.length)) & mask;
  for (; at + 8 <= bytes.length; at += 8) {
    hash = (rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * prime1 + prime4) & mask;
  }
  if (at + 4 <= bytes.length) {
    hash = (rotate(hash ^ ((BigInt(view.getUint32(at, true)) * prime1) & mask), 23n) * prime2 + prime3) & mask;
    at += 4;
  }
  for (; at < bytes.length; at += 1) {
    hash = (rotate(hash ^ ((BigInt(bytes[at] ?? 0) * prime5) & mask), 11n) * prime1) & mask;
  }
  hash = ((hash ^ (hash >> 33n)) * prime2) & mask;
  hash = ((hash ^ (hash >> 29n)) * prime3) & mask;
  return hash ^ (hash >> 32n);
}

/** Returns the bytes of a text in UTF-8, each as a character. */
function utf8(text: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

// Prometheus hashes its own encoding: every name and value with its length in front, three bytes for long ones.
function encode(text: string): string {
  const bytes = utf8(text);
  const { length } = bytes;
  if (length < 255) return String.fromCharCode(length) + bytes;
  return String.fromCharCode(255, length & 255, (length >> 8) & 255, (length >> 16) & 255) + bytes;
}

/** Returns a number from 0 to below 1 that depends on the labels only; the one that Prometheus 3 uses for `limit_ratio`. */
export function hashLabels(labels: LabelSet): number {
  const text = labels.names.map((name, index) => encode(name) + encode(labels.values[index] ?? '')).join('');
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return Number(xxHash64(bytes)) / 2 ** 64;
}
