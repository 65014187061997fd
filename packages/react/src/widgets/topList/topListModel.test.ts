import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import type { TopListOptions } from './TopListOptions.ts';
import { type TopListModel, topListModel } from './topListModel.ts';

function listOf(values: readonly number[], options: TopListOptions = {}, maxRows = 99): TopListModel {
  const fields = values.map((value, index) => ({
    kind: 'number' as const,
    name: 'requests',
    labels: { path: `p${index}` },
    values: Float64Array.of(value),
  }));
  const time = { kind: 'time' as const, name: 'time', values: Float64Array.of(0) };
  const frame: Frame = { length: 1, fields: [time, ...fields] };
  return topListModel({
    data: { frames: [frame] },
    options,
    maxRows,
    timeRange: { startMs: 0, endMs: 1 },
    values: new ValueFormatter({ locale: 'en-US' }),
    times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
  });
}

function read({ rows }: TopListModel): unknown {
  return rows.map(({ name, value, share }) => [name, value, share]);
}

describe('topListModel', () => {
  it('ranks, and adds up the others', () => {
    expect(read(listOf([1, 5, 2, 2], { limit: 2 }))).toEqual([
      ['p1', 5, 0.5],
      ['p2', 2, 0.2],
      ['2 others', 3, 0.3],
    ]);
    expect(read(listOf([1, 5, 2, 2], { order: 'ascending', hasOthers: false, limit: 1 }))).toEqual([['p0', 1, 0.1]]);
  });

  it('keeps a row for the others where there is less room than rows, and counts them where there is one', () => {
    expect(listOf([4, 3, 2, 1], {}, 3).rows.map(({ name }) => name)).toEqual(['p0', 'p1', '2 others']);
    const one = listOf([4, 3, 2, 1], {}, 1);
    expect([one.rows.map(({ name }) => name), one.note]).toEqual([['p0'], 'and 3 more']);
  });

  it('has no shares where values are negative or all zero, and says what has no value', () => {
    expect(read(listOf([4, -1, Number.NaN]))).toEqual([
      ['p0', 4, undefined],
      ['p1', -1, undefined],
    ]);
    expect(listOf([4, Number.NaN, Number.POSITIVE_INFINITY]).note).toBe('2 without a finite value left out');
    expect(listOf([0, 0]).rows.map(({ share, size }) => [share, size])).toEqual([
      [undefined, 0],
      [undefined, 0],
    ]);
  });

  it('adds up series with the same label', () => {
    expect(read(listOf([1, 2], { categoryBy: 'zone' }))).toEqual([['no zone', 3, 1]]);
  });
});
