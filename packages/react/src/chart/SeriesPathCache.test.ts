import { describe, expect, it } from 'vitest';
import type { ChartSeries } from './ChartSeries.ts';
import { plotScales } from './PlotScales.ts';
import { type PathsScene, SeriesPathCache } from './SeriesPathCache.ts';

const times = Float64Array.from([0, 5, 10]);

function series(key: string, values: readonly number[]): ChartSeries {
  const field = { kind: 'number' as const, name: key, labels: {}, values: Float64Array.from(values) };
  return { key, name: key, color: '#4173e2', times, field };
}

function scene(max: number): PathsScene {
  const rect = { left: 0, top: 0, width: 100, height: 50 };
  const range = { startMs: 0, endMs: 10 };
  const scales = plotScales(rect, range, { min: 0, max });
  return { rect, ...range, scales, interpolation: 'linear', baseline: undefined };
}

describe('SeriesPathCache', () => {
  it('keeps the paths of a series whose values are the ones it was drawn from', () => {
    const cache = new SeriesPathCache();
    const [kept, changed] = [series('a', [1, 2, 3]), series('b', [1, 2, 3])];
    const before = cache.draw([kept, changed], scene(10));
    const after = cache.draw([kept, series('b', [3, 2, 1])], scene(10));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ line: 'M0,35L50,40L100,45', area: '', dots: '' });
  });

  it('draws anew when the scales change', () => {
    const cache = new SeriesPathCache();
    const one = series('a', [1, 2, 3]);
    expect(cache.draw([one], scene(10))[0]?.line).toBe('M0,45L50,40L100,35');
    expect(cache.draw([one], scene(5))[0]?.line).toBe('M0,40L50,30L100,20');
  });

  it('forgets what is not drawn any more', () => {
    const cache = new SeriesPathCache();
    const one = series('a', [1, 2, 3]);
    const before = cache.draw([one], scene(10))[0];
    cache.draw([], scene(10));
    expect(cache.draw([one], scene(10))[0]).not.toBe(before);
  });
});
