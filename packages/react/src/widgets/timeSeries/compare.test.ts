import type { Frame } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { comparedSeries } from './compare.ts';
import { describeSpan } from './describeSpan.ts';

function frame(modes: readonly string[]): Frame {
  const values = Float64Array.of(1, 2);
  return {
    length: 2,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0, 1) },
      ...modes.map((mode) => ({ kind: 'number' as const, name: 'cpu', labels: { mode }, values })),
    ],
  };
}

describe('comparedSeries', () => {
  it('names and colours an earlier series as its sibling, and draws it dashed', () => {
    const { series } = comparedSeries(
      {
        frames: [frame(['user', 'idle']), frame(['idle', 'gone'])],
        refIds: ['A', 'A-1w'],
        overrides: [{ match: { by: 'name', value: 'idle' }, style: { lineWidth: 4, axis: 'right' } }],
      },
      '1w',
    );
    expect(series.map(({ name }) => name)).toEqual(['user', 'idle', 'idle (1 week earlier)', 'gone (1 week earlier)']);
    const [, idle, earlier] = series;
    expect(earlier?.color).toBe(idle?.color);
    expect(earlier?.style).toMatchObject({ axis: 'right', dash: 'dash', stack: 'none' });
    expect(new Set(series.map(({ key }) => key)).size).toBe(4);
  });

  it('takes results of another name for what they are', () => {
    const { series } = comparedSeries({ frames: [frame(['a']), frame(['b'])], refIds: ['A', 'B-1d'] }, '1d');
    expect(series.every(({ name }) => !name.includes('earlier'))).toBe(true);
  });
});

describe('describeSpan', () => {
  it.each([
    ['1d', '1 day'],
    ['2w', '2 weeks'],
    ['36h', '36 hours'],
    ['90m', '90 minutes'],
    ['10ms', '10ms'],
  ])('says %s as %s', (span, words) => {
    expect(describeSpan(span)).toBe(words);
  });
});
