import type { Frame } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { inTimeOrder } from './inTimeOrder.ts';
import { renewSeries } from './renewSeries.ts';
import { type ChartSeriesInput, toChartSeries } from './toChartSeries.ts';

function frameOf(values: readonly number[], hosts: readonly string[] = ['a', 'b'], times = [1000, 2000, 3000]): Frame {
  return {
    length: times.length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from(times) },
      ...hosts.map((host) => ({
        kind: 'number' as const,
        name: 'up',
        labels: { host },
        values: Float64Array.from(values),
      })),
    ],
  };
}

function renewed(before: ChartSeriesInput, after: ChartSeriesInput): ReturnType<typeof renewSeries> {
  return renewSeries({ input: before, set: toChartSeries(before) }, after);
}

describe('renewSeries', () => {
  it('gives what naming them anew gives', () => {
    const [before, after] = [{ frames: [frameOf([1, 2, 3])] }, { frames: [frameOf([4, 5, 6])] }];
    expect(renewed(before, after)).toEqual(toChartSeries(after));
  });

  it('keeps to the limit', () => {
    const [before, after] = [
      { frames: [frameOf([1, 2, 3])], limit: 1 },
      { frames: [frameOf([4, 5, 6])], limit: 1 },
    ];
    expect(renewed(before, after)).toEqual(toChartSeries(after));
    expect(renewed(before, after)?.omittedCount).toBe(1);
  });

  it.each([
    ['labels are others', { frames: [frameOf([1, 2, 3], ['a', 'c'])] }],
    ['there are more series', { frames: [frameOf([1, 2, 3], ['a', 'b', 'c'])] }],
    ['there are more frames', { frames: [frameOf([1, 2, 3]), frameOf([1, 2, 3])] }],
    ['the name template is another', { frames: [frameOf([1, 2, 3])], legends: ['{{host}}!'] }],
    ['the options are others', { frames: [frameOf([1, 2, 3])], field: { unit: 's' } }],
  ])('gives nothing where %s', (_, after) => {
    expect(renewed({ frames: [frameOf([1, 2, 3])] }, after)).toBeUndefined();
  });

  it('gives nothing where values decide on colours', () => {
    const field = { color: { by: 'thresholds' }, thresholds: [{ color: 'red' }] } as const;
    const [before, after] = [
      { frames: [frameOf([1, 2, 3])], field },
      { frames: [frameOf([4, 5, 6])], field },
    ];
    expect(renewed(before, after)).toBeUndefined();
  });
});

describe('inTimeOrder', () => {
  it('gives back what is in order, also with equal times', () => {
    const frames = [frameOf([1, 2, 3], ['a'], [1000, 1000, 3000])];
    expect(inTimeOrder(frames)).toBe(frames);
  });

  it('sorts rows by time, and leaves out those without one', () => {
    const [frame] = inTimeOrder([frameOf([1, 2, 3], ['a'], [3000, Number.NaN, 1000])]);
    expect(frame?.length).toBe(2);
    expect(frame?.fields.map(({ values }) => [...values])).toEqual([
      [1000, 3000],
      [3, 1],
    ]);
  });
});
