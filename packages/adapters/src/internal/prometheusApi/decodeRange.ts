import type { Notice, QueryResult, RangeRequest } from '@glasspane/core';
import { type ResultSeries, toQueryResult } from '../seriesFrame.ts';
import { stepTimes } from '../stepTimes.ts';
import { badResponse } from './badResponse.ts';
import { decodeResult, decodeSample, decodeSeries, samplesOf, type WireSeries } from './decodeResult.ts';

/** The API's times have whole milliseconds, so that a step of a fraction of one is met only nearly. */
const TOLERANCE_MS = 1;

const MOVED: Notice = {
  severity: 'warning',
  message:
    'The backend answered at other times than asked for; each value is shown at the nearest step. Align start and end to the step.',
};

/** Decodes the answer of a range query into columns on the steps of the request. */
export function decodeRange(data: unknown, request: RangeRequest): QueryResult {
  const { resultType, result } = decodeResult(data);
  if (resultType !== 'matrix') throw badResponse(`a range query gave a ${JSON.stringify(resultType)}`);
  const { series, notices } = decodeSeries(result, 'values');
  const times = stepTimes(request);
  let isMoved = false;
  const decoded = series.map((one) => {
    const column = decodeColumn(one, times, request);
    isMoved ||= column.isMoved;
    return column.series;
  });
  return toQueryResult({
    expr: request.expr,
    times,
    series: decoded,
    limit: request.limit,
    notices: isMoved ? [...notices, MOVED] : notices,
  });
}

function decodeColumn(
  series: WireSeries,
  times: Float64Array,
  { startMs, stepMs }: RangeRequest,
): { readonly series: ResultSeries; readonly isMoved: boolean } {
  const pairs = samplesOf(series);
  const where = `${series.where}.values`;
  const values = new Float64Array(times.length).fill(Number.NaN);
  const gaps = new Uint8Array(times.length).fill(1);
  let filled = 0;
  let isMoved = false;
  for (let at = 0; at < pairs.length; at += 1) {
    const { timeMs, value } = decodeSample(pairs[at], where, at);
    const step = Math.round((timeMs - startMs) / stepMs);
    isMoved ||= Math.abs(startMs + step * stepMs - timeMs) > TOLERANCE_MS;
    if (gaps[step] !== 1) continue;
    values[step] = value;
    gaps[step] = 0;
    filled += 1;
  }
  return { series: { labels: series.labels, values, ...(filled === times.length ? {} : { gaps }) }, isMoved };
}
