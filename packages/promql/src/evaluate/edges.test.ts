import { describe, expect, it } from 'vitest';
import type { SampleSource } from '../source/SampleSource.ts';
import { evaluateInstant } from './evaluateInstant.ts';

interface Given {
  readonly seconds: readonly number[];
  readonly values: readonly number[];
  /** The indexes of staleness markers. */
  readonly stale?: readonly number[];
  /** When the counting began, in seconds; 0 where unknown. */
  readonly starts?: readonly number[];
}

function sourceOf({ seconds, values, stale, starts }: Given): SampleSource {
  const series = {
    labels: { __name__: 'x_total' },
    times: Float64Array.from(seconds, (second) => second * 1000),
    values: Float64Array.from(values),
    stale: stale === undefined ? undefined : Uint8Array.from(values, (_, index) => (stale.includes(index) ? 1 : 0)),
    startTimes: starts === undefined ? undefined : Float64Array.from(starts, (second) => second * 1000),
  };
  return { select: () => [series] };
}

async function numberOf(query: string, seconds: number, given: Given): Promise<number | undefined> {
  const result = await evaluateInstant(query, seconds * 1000, sourceOf(given));
  return result.type === 'vector' ? result.samples[0]?.value : undefined;
}

describe('smoothed ranges', () => {
  it('count a reset that both edges lie in once', async () => {
    const given = { seconds: [0, 15], values: [100, 10] };
    expect(await numberOf('rate(x_total[10s] smoothed)', 12, given)).toBeCloseTo(2 / 3, 12);
    expect(await numberOf('increase(x_total[10s] smoothed)', 20, given)).toBeCloseTo(10 / 3, 12);
    expect(await numberOf('delta(x_total[10s] smoothed)', 12, given)).toBeCloseTo(-60, 12);
  });

  it('look ahead for as long as they look back, the end included', async () => {
    const given = { seconds: [0, 310], values: [0, 310] };
    expect(await numberOf('increase(x_total[5s] smoothed)', 10, given)).toBeCloseTo(5, 12);
    expect(await numberOf('increase(x_total[5s] smoothed)', 9.999, given)).toBeUndefined();
  });
});

describe('a smoothed selector', () => {
  it('looks past staleness markers', async () => {
    const given = { seconds: [0, 10, 20], values: [1, 0, 3], stale: [1] };
    expect(await numberOf('x_total smoothed', 15, given)).toBe(2.5);
    expect(await numberOf('x_total smoothed', 10, given)).toBe(2);
  });
});

describe('a range with modified edges that is asked for itself', () => {
  const given = { seconds: [0, 20, 40, 60, 80], values: [0, 2, 4, 6, 8] };

  it.each([
    ['anchored', 50, [20, 40, 50], [2, 4, 4]],
    ['smoothed', 50, [20, 40, 50], [2, 4, 5]],
    ['smoothed', 45, [15, 20, 40, 45], [1.5, 2, 4, 4.5]],
    ['anchored', 45, [15, 20, 40, 45], [0, 2, 4, 4]],
    ['smoothed', 60, [30, 40, 60], [3, 4, 6]],
    ['anchored', 500, [], []],
  ])('has a sample on each edge: %s at %d s', async (edges, seconds, times, values) => {
    const result = await evaluateInstant(`x_total[30s] ${edges}`, seconds * 1000, sourceOf(given));
    const [series] = result.type === 'matrix' ? result.series : [];
    expect(Array.from(series?.times ?? [], (timeMs) => timeMs / 1000)).toEqual(times);
    expect(Array.from(series?.values ?? [])).toEqual(values);
  });
});

describe('counters that say when they began', () => {
  it('are taken back to that time and no further', async () => {
    const given = { seconds: [120, 180, 240, 300], values: [1, 2, 3, 4], starts: [90, 90, 90, 90] };
    expect(await numberOf('increase(x_total[5m])', 360, given)).toBeCloseTo(36 / 7, 12);
  });

  it('need one sample only', async () => {
    const given = { seconds: [240], values: [3], starts: [90] };
    expect(await numberOf('increase(x_total[5m])', 360, given)).toBe(3);
    expect(await numberOf('rate(x_total[5m])', 360, given)).toBe(0.01);
    expect(await numberOf('delta(x_total[5m])', 360, given)).toBeUndefined();
    expect(await numberOf('increase(x_total[4m])', 360, given)).toBeUndefined();
  });
});
