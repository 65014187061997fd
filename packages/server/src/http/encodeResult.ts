import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InstantResult, Labels, RangeResult } from '@glasspane/promql';
import { formatFloat, formatScalar, formatTime } from './formatFloat.ts';

/** The `data` of an answer to a query. */
export interface EncodedResult {
  readonly json: string;
  /** Whether the limit left series out. */
  readonly isTruncated: boolean;
}

// Writing as many takes some ten milliseconds; then others get a turn.
const POINTS_PER_TURN = 50_000;

/** Returns the JSON of an instant query's result, of at most `limit` series. */
export async function encodeInstant(
  result: InstantResult,
  limit: number = Number.POSITIVE_INFINITY,
): Promise<EncodedResult> {
  switch (result.type) {
    case 'scalar': {
      const point = `[${formatTime(result.timeMs)},"${formatScalar(result.value)}"]`;
      return { json: `{"resultType":"scalar","result":${point}}`, isTruncated: false };
    }
    case 'string': {
      const point = `[${formatTime(result.timeMs)},${JSON.stringify(result.value)}]`;
      return { json: `{"resultType":"string","result":${point}}`, isTruncated: false };
    }
    case 'vector': {
      const time = formatTime(result.timeMs);
      const samples = result.samples.slice(0, limit);
      const items = samples.map(
        ({ labels, value }) => `{"metric":${JSON.stringify(labels)},"value":${encodePoint(time, value)}}`,
      );
      const json = `{"resultType":"vector","result":[${items.join(',')}]}`;
      return { json, isTruncated: samples.length < result.samples.length };
    }
    case 'matrix': {
      const series = result.series.slice(0, limit);
      const json = await encodeMatrix(series, ({ times, values }) =>
        Array.from(times, (timeMs, row) => encodePoint(formatTime(timeMs), values[row] ?? Number.NaN)),
      );
      return { json, isTruncated: series.length < result.series.length };
    }
  }
}

/** Returns the JSON of a range query's result, of at most `limit` series. */
export async function encodeRange(
  result: RangeResult,
  limit: number = Number.POSITIVE_INFINITY,
): Promise<EncodedResult> {
  const times = Array.from(result.times, formatTime);
  const series = result.series.slice(0, limit);
  const json = await encodeMatrix(series, ({ values, gaps }) => {
    const points: string[] = [];
    for (const [step, time] of times.entries()) {
      if (gaps?.[step] !== 1) points.push(encodePoint(time, values[step] ?? Number.NaN));
    }
    return points;
  });
  return { json, isTruncated: series.length < result.series.length };
}

async function encodeMatrix<TSeries extends { readonly labels: Labels }>(
  series: readonly TSeries[],
  pointsOf: (series: TSeries) => readonly string[],
): Promise<string> {
  const items: string[] = [];
  let written = 0;
  for (const one of series) {
    const points = pointsOf(one);
    items.push(`{"metric":${JSON.stringify(one.labels)},"values":[${points.join(',')}]}`);
    written += points.length;
    if (written < POINTS_PER_TURN) continue;
    written = 0;
    await nextTurn();
  }
  return `{"resultType":"matrix","result":[${items.join(',')}]}`;
}

function encodePoint(time: string, value: number): string {
  return `[${time},"${formatFloat(value)}"]`;
}
