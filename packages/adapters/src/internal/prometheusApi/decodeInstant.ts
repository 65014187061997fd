import type { InstantRequest, QueryResult } from '@glasspane/core';
import { alignSeries, type TimedSeries } from '../alignSeries.ts';
import { type SeriesResult, toQueryResult } from '../seriesFrame.ts';
import { badResponse } from './badResponse.ts';
import { decodeResult, decodeSample, decodeSeries, samplesOf } from './decodeResult.ts';

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

function decodeMatrix(result: readonly unknown[], { expr, limit }: InstantRequest): QueryResult {
  const { series, notices } = decodeSeries(result, 'values');
  const timed = series.map((one): TimedSeries => {
    const samples = samplesOf(one).map((pair, at) => decodeSample(pair, `${one.where}.values`, at));
    return {
      labels: one.labels,
      times: Float64Array.from(samples, ({ timeMs }) => timeMs),
      values: Float64Array.from(samples, ({ value }) => value),
    };
  });
  return toQueryResult({ ...alignSeries(timed), expr, limit, notices });
}
