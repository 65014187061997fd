import type { Frame, Widget } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { toChartSeries } from '../chart/toChartSeries.ts';
import { comparedQueries, splitCompared } from './compareQueries.ts';

const widget: Widget = {
  id: 'w',
  type: 'stat',
  title: 'W',
  layout: { x: 0, y: 0, w: 6, h: 4 },
  queries: [
    { refId: 'A', expr: 'up' },
    { refId: 'B', expr: 'down', offsetMs: 1000 },
  ],
};

function frameOf(value: number): Frame {
  return {
    length: 1,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0) },
      { kind: 'number', name: 'up', labels: { __name__: 'up', job: 'a' }, values: Float64Array.of(value) },
    ],
  };
}

describe('comparing with an earlier time', () => {
  it('asks each query again, so much earlier', () => {
    expect(comparedQueries({ widget, options: { compare: '1d' } })).toEqual([
      { refId: 'A', expr: 'up' },
      { refId: 'A-1d', expr: 'up', offsetMs: 86_400_000 },
      { refId: 'B', expr: 'down', offsetMs: 1000 },
      { refId: 'B-1d', expr: 'down', offsetMs: 86_401_000 },
    ]);
  });

  it('asks nothing more where nothing is compared, or the span is none', () => {
    expect(comparedQueries({ widget, options: {} })).toBe(widget.queries);
    expect(comparedQueries({ widget, options: { compare: 'soon' } })).toBe(widget.queries);
  });

  it('finds the series of before by its query and its labels', () => {
    const input = { frames: [frameOf(5), frameOf(4), frameOf(2)], refIds: ['A', 'A-1d', 'B'] };
    const { current, earlier, siblingKey } = splitCompared(input, '1d');
    const keysOf = (some: typeof current): readonly string[] => toChartSeries(some).series.map(siblingKey);
    expect(current.refIds).toEqual(['A', 'B']);
    expect(earlier.frames).toEqual([frameOf(4)]);
    expect(keysOf(earlier)).toEqual([keysOf(current)[0]]);
    expect(new Set(keysOf(current)).size).toBe(2);
  });
});
