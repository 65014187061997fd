import { TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { createPlotModel } from './createPlotModel.ts';
import type { PlotModel } from './PlotModel.ts';
import { PLAIN_LINE, type PlotSeries, toPlotSeries } from './PlotSeries.ts';
import { SeriesPathCache } from './SeriesPathCache.ts';

const times = Float64Array.from([0, 5, 10]);

function series(key: string, values: readonly number[]): PlotSeries {
  const field = { kind: 'number' as const, name: key, labels: {}, values: Float64Array.from(values) };
  return toPlotSeries({ key, name: key, color: '#4173e2', times, field }, PLAIN_LINE);
}

function plot(series: readonly PlotSeries[], max: number): PlotModel {
  return createPlotModel({
    series,
    range: { startMs: 0, endMs: 10 },
    width: 102,
    height: 54,
    room: { hasTimeAxis: false, hasValueAxis: false },
    left: { field: { min: 0, max }, include: [] },
    values: new ValueFormatter(),
    times: new TimeFormatter(),
  });
}

describe('SeriesPathCache', () => {
  it('keeps the paths of a series whose values are the ones it was drawn from', () => {
    const cache = new SeriesPathCache();
    const [kept, changed] = [series('a', [1, 2, 3]), series('b', [1, 2, 3])];
    const before = cache.draw(plot([kept, changed], 10));
    const after = cache.draw(plot([kept, series('b', [3, 2, 1])], 10));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ line: 'M1,37L51,42L101,47', area: '', dots: '' });
  });

  it('draws anew when the scales change', () => {
    const cache = new SeriesPathCache();
    const one = series('a', [1, 2, 3]);
    expect(cache.draw(plot([one], 10))[0]?.line).toBe('M1,47L51,42L101,37');
    expect(cache.draw(plot([one], 5))[0]?.line).toBe('M1,42L51,32L101,22');
  });

  it('forgets what is not drawn any more', () => {
    const cache = new SeriesPathCache();
    const one = series('a', [1, 2, 3]);
    const before = cache.draw(plot([one], 10))[0];
    cache.draw(plot([], 10));
    expect(cache.draw(plot([one], 10))[0]).not.toBe(before);
  });
});
