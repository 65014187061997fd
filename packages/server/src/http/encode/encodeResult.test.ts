import type { RangeResult } from '@glasspane/promql';
import { expect, it } from 'vitest';
import { formatFloat } from '../formatFloat.ts';
import { encodeChunks, encodeToText } from './encodeChunks.ts';
import { encodeInstant, encodeRange } from './encodeResult.ts';

const VALUES = [
  1,
  1,
  0.1,
  0.1,
  -0,
  0,
  Number.NaN,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e-9,
  1e-9,
  -2.5,
  1e22,
  123456.75,
];

/** A range result of so many series, with gaps wherever series and step say so. */
function rangeOf(seriesCount: number, steps: number, startMs = 1_700_000_000_000): RangeResult {
  const times = Float64Array.from({ length: steps }, (_, step) => startMs + step * 7_500);
  const series = Array.from({ length: seriesCount }, (_, index) => ({
    labels: { __name__: 'x', 'odd "name"': `é数\n${index}` },
    values: Float64Array.from({ length: steps }, (_, step) => VALUES[(index + step) % VALUES.length] ?? 0),
    gaps: index % 3 === 0 ? undefined : Uint8Array.from({ length: steps }, (_, step) => (step % index === 1 ? 1 : 0)),
  }));
  return { times, series, annotations: [] };
}

/** The same, written in the plainest way. */
function plain({ times, series }: RangeResult): unknown {
  const result = series.map(({ labels, values, gaps }) => ({
    metric: labels,
    values: Array.from(times, (timeMs, step) => [timeMs / 1000, formatFloat(values[step] ?? 0)] as const).filter(
      (_, step) => gaps?.[step] !== 1,
    ),
  }));
  return { resultType: 'matrix', result };
}

it.each([
  [0, 10, undefined],
  [1, 1, undefined],
  [5, 1, undefined],
  [3, 255, undefined],
  [3, 256, undefined],
  [4, 1000, undefined],
  [2, 20, -50_000],
  [40, 600, 0],
])('writes a range of %i series and %i steps', (series, steps, startMs) => {
  const result = rangeOf(series, steps, startMs);
  const text = encodeToText(encodeRange(result));
  expect(JSON.parse(text)).toEqual(plain(result));
  const inChunks = encodeChunks(encodeRange(result));
  const parts: Buffer[] = [];
  for (let next = inChunks.next(); ; next = inChunks.next()) {
    parts.push(next.value);
    if (next.done === true) break;
  }
  expect(Buffer.concat(parts).toString()).toBe(text);
  // One holds some points more than it would have to.
  for (const part of parts) expect(part.length).toBeLessThan(100_000);
});

it('writes a series of nothing but gaps as an empty one', () => {
  const { times } = rangeOf(1, 300);
  const series = [{ labels: {}, values: new Float64Array(300).fill(Number.NaN), gaps: new Uint8Array(300).fill(1) }];
  const text = encodeToText(encodeRange({ times, series, annotations: [] }));
  expect(text).toBe('{"resultType":"matrix","result":[{"metric":{},"values":[]}]}');
});

it('writes no more series than the limit', () => {
  const result = rangeOf(5, 10);
  const two = { ...result, series: result.series.slice(0, 2) };
  expect(JSON.parse(encodeToText(encodeRange(result, 2)))).toEqual(plain(two));
  const samples = VALUES.map((value, index) => ({ labels: { i: String(index) }, value }));
  const vector = { type: 'vector', timeMs: 1500, samples, annotations: [] } as const;
  expect(JSON.parse(encodeToText(encodeInstant(vector, 3))).result).toEqual(
    samples.slice(0, 3).map(({ labels, value }) => ({ metric: labels, value: [1.5, formatFloat(value)] })),
  );
  expect(JSON.parse(encodeToText(encodeInstant(vector))).result).toHaveLength(VALUES.length);
});

it('writes the samples of each series of a range vector at their own times', () => {
  const series = [
    { labels: { a: '1' }, times: Float64Array.of(1000, 2500), values: Float64Array.of(1, 0.25) },
    { labels: { a: '2' }, times: Float64Array.of(-1), values: Float64Array.of(3) },
  ];
  expect(encodeToText(encodeInstant({ type: 'matrix', series, annotations: [] }))).toBe(
    '{"resultType":"matrix","result":[{"metric":{"a":"1"},"values":[[1,"1"],[2.500,"0.25"]]},{"metric":{"a":"2"},"values":[[-0.001,"3"]]}]}',
  );
});
