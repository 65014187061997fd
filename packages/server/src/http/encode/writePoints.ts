import type { ByteWriter } from './ByteWriter.ts';
import type { TimePrefixes } from './TimePrefixes.ts';
import { MAX_FLOAT_BYTES, writeFloat } from './writeFloat.ts';

/** The points of one series. */
export interface Points {
  readonly prefixes: TimePrefixes;
  readonly values: Float64Array;
  /** 1 where there is no point. */
  readonly gaps?: Uint8Array | undefined;
}

// `"]`
const END_OF_POINT = 0x22_5d;
const END_LENGTH = 2;

/** Writes the points from one index to before another one, each with a comma before it. */
export function writePoints(out: ByteWriter, { prefixes, values, gaps }: Points, from: number, to: number): void {
  out.reserve((to - from) * (prefixes.maxLength + MAX_FLOAT_BYTES + END_LENGTH));
  const { view } = out;
  let at = out.length;
  let former = Number.NaN;
  let formerStart = 0;
  for (let index = from; index < to; index += 1) {
    if (gaps !== undefined && gaps[index] === 1) continue;
    at = copy(view, at, prefixes, index);
    const value = values[index] as number;
    const start = at;
    // Of zeros there are two.
    if (value === former && value !== 0) at = repeat(view, at, formerStart);
    else at = writeFloat(view, at, value);
    former = value;
    formerStart = start;
    view.setUint16(at, END_OF_POINT);
    at += END_LENGTH;
  }
  out.length = at;
}

function copy(view: DataView, at: number, { view: source, starts }: TimePrefixes, index: number): number {
  let from = starts[index] as number;
  const end = starts[index + 1] as number;
  let place = at;
  for (; from + 4 <= end; from += 4, place += 4) view.setUint32(place, source.getUint32(from));
  for (; from < end; from += 1, place += 1) view.setUint8(place, source.getUint8(from));
  return place;
}

/** Writes a value again that ends in a quotation mark. */
function repeat(view: DataView, at: number, from: number): number {
  let place = at;
  for (let source = from; ; source += 1, place += 1) {
    const byte = view.getUint8(source);
    if (byte === 0x22) return place;
    view.setUint8(place, byte);
  }
}
