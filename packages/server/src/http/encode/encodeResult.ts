import type { InstantResult, Labels, RangeResult } from '@glasspane/promql';
import { formatScalar, formatTime } from '../formatFloat.ts';
import type { ByteWriter } from './ByteWriter.ts';
import type { JsonEncoder } from './JsonEncoder.ts';
import { TimePrefixes } from './TimePrefixes.ts';
import { MAX_FLOAT_BYTES, writeFloat } from './writeFloat.ts';
import { type Points, writePoints } from './writePoints.ts';

// Between two stops some ten kilobytes.
const POINTS_PER_STOP = 256;
const SAMPLES_PER_STOP = 64;
const OPENING_BRACKET = 0x5b;

interface Series extends Points {
  readonly labels: Labels;
}

/** Returns what writes the JSON of an instant query's result, of at most `limit` series. */
export function encodeInstant(result: InstantResult, limit: number = Number.POSITIVE_INFINITY): JsonEncoder {
  switch (result.type) {
    case 'scalar': {
      const point = `[${formatTime(result.timeMs)},"${formatScalar(result.value)}"]`;
      return encodeText(`{"resultType":"scalar","result":${point}}`);
    }
    case 'string': {
      const point = `[${formatTime(result.timeMs)},${JSON.stringify(result.value)}]`;
      return encodeText(`{"resultType":"string","result":${point}}`);
    }
    case 'vector':
      return (out) => writeVector(out, result, limit);
    case 'matrix': {
      const { series } = result;
      return (out) =>
        writeMatrix(out, Math.min(limit, series.length), (index) => {
          const { labels, times, values } = series[index] as (typeof series)[number];
          return { labels, values, prefixes: new TimePrefixes(times) };
        });
    }
  }
}

/** Returns what writes the JSON of a range query's result, of at most `limit` series. */
export function encodeRange({ times, series }: RangeResult, limit: number = Number.POSITIVE_INFINITY): JsonEncoder {
  return (out) => {
    const prefixes = new TimePrefixes(times);
    return writeMatrix(out, Math.min(limit, series.length), (index) => {
      const { labels, values, gaps } = series[index] as (typeof series)[number];
      return { labels, values, gaps, prefixes };
    });
  };
}

function encodeText(json: string): JsonEncoder {
  return function* (out) {
    out.write(json);
    yield;
  };
}

function* writeVector(
  out: ByteWriter,
  { timeMs, samples }: InstantResult & { readonly type: 'vector' },
  limit: number,
): Generator<void, void> {
  const time = formatTime(timeMs);
  const count = Math.min(limit, samples.length);
  out.write('{"resultType":"vector","result":[');
  for (let index = 0; index < count; index += 1) {
    const { labels, value } = samples[index] as (typeof samples)[number];
    out.write(`${index === 0 ? '' : ','}{"metric":${JSON.stringify(labels)},"value":[${time},"`);
    out.reserve(MAX_FLOAT_BYTES);
    out.length = writeFloat(out.view, out.length, value);
    out.write('"]}');
    if (index % SAMPLES_PER_STOP === SAMPLES_PER_STOP - 1) yield;
  }
  out.write(']}');
}

function* writeMatrix(out: ByteWriter, count: number, seriesAt: (index: number) => Series): Generator<void, void> {
  out.write('{"resultType":"matrix","result":[');
  for (let index = 0; index < count; index += 1) {
    const series = seriesAt(index);
    out.write(`${index === 0 ? '' : ','}{"metric":${JSON.stringify(series.labels)},"values":`);
    yield* writeValues(out, series);
    out.write(']}');
  }
  out.write(']}');
}

function* writeValues(out: ByteWriter, series: Series): Generator<void, void> {
  const { length } = series.values;
  let isBegun = false;
  for (let from = 0; from < length; from += POINTS_PER_STOP) {
    const begin = out.length;
    writePoints(out, series, from, Math.min(length, from + POINTS_PER_STOP));
    if (!isBegun && out.length > begin) {
      // Instead of the comma before the first point.
      out.view.setUint8(begin, OPENING_BRACKET);
      isBegun = true;
    }
    yield;
  }
  if (!isBegun) out.write('[');
}
