import type { InstantRequest, QueryResult } from '@glasspane/core';
import { type ResultSeries, type SeriesResult, toQueryResult } from '../seriesFrame.ts';
import { badResponse } from './badResponse.ts';
import { decodeResult, decodeSample, decodeSamples, decodeSeries } from './decodeResult.ts';

/** Decodes the answer of an instant query: a vector, scalar, string, or the samples of a range selector. */
export function decodeInstant(data: unknown, request: InstantRequest): QueryResult {
  const { resultType, result } = decodeResult(data);
  switch (resultType) {
    case 'vector':
      return decodeVector(result, request);
    case 'scalar': {
      const { value } = decodeSample(result, 'data.result');
      const series = [{ labels: {}, values: Float64Array.of(value) }];
      return toQueryResult({ ...partsOf(request), series, notices: [] });
    }
    case 'string':
      return decodeString(result, request);
    case 'matrix':
      return decodeMatrix(result, request);
    default:
      throw badResponse(`data.resultType is ${JSON.stringify(resultType)}`);
  }
}

function partsOf({ expr, timeMs, limit }: InstantRequest): Pick<SeriesResult, 'expr' | 'times' | 'limit'> {
  return { expr, times: Float64Array.of(timeMs), limit };
}

function decodeVector(result: readonly unknown[], request: InstantRequest): QueryResult {
  const { series, notices } = decodeSeries(result, 'value');
  const decoded = series.map(({ labels, record, where }) => {
    const { value } = decodeSample(record.value, `${where}.value`);
    return { labels, values: Float64Array.of(value) };
  });
  return toQueryResult({ ...partsOf(request), series: decoded, notices });
}

function decodeString([, text]: readonly unknown[], { expr }: InstantRequest): QueryResult {
  if (typeof text !== 'string') throw badResponse('data.result is not a pair of a time and a string');
  return { frame: { length: 1, fields: [{ kind: 'string', name: expr, values: [text] }] }, notices: [] };
}

/** Puts series whose samples have times of their own on the times of all of them. */
function decodeMatrix(result: readonly unknown[], { expr, limit }: InstantRequest): QueryResult {
  const { series, notices } = decodeSeries(result, 'values');
  const samples = series.map(decodeSamples);
  const times = Float64Array.from(new Set(samples.flatMap((pairs) => pairs.map(({ timeMs }) => timeMs)))).sort();
  const rowOf = new Map(Array.from(times, (timeMs, row) => [timeMs, row]));
  const decoded = series.map(({ labels }, at): ResultSeries => {
    const values = new Float64Array(times.length).fill(Number.NaN);
    const gaps = new Uint8Array(times.length).fill(1);
    for (const { timeMs, value } of samples[at] ?? []) {
      const row = rowOf.get(timeMs) ?? -1;
      values[row] = value;
      gaps[row] = 0;
    }
    return { labels, values, ...(gaps.includes(1) ? { gaps } : {}) };
  });
  return toQueryResult({ expr, times, series: decoded, limit, notices });
}
