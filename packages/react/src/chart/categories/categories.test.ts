import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryInput } from './CategoryInput.ts';
import type { CategoryModel } from './CategoryModel.ts';
import { rankedEntries } from './rankedEntries.ts';
import { timeBuckets } from './timeCategories.ts';
import { orderCategories, toCategories } from './toCategories.ts';

const timeRange = { startMs: Date.UTC(2026, 0, 1), endMs: Date.UTC(2026, 0, 1, 6) };
const times = new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' });
const values = new ValueFormatter({ locale: 'en-US', timeZone: 'UTC' });

function frameOf(series: readonly (readonly [Readonly<Record<string, string>>, readonly number[]])[]): Frame {
  const length = series[0]?.[1].length ?? 0;
  const step = (timeRange.endMs - timeRange.startMs) / Math.max(1, length - 1);
  const at = Float64Array.from({ length }, (_, row) => timeRange.startMs + row * step);
  const fields = series.map(([labels, own]) => ({
    kind: 'number' as const,
    name: labels.__name__ ?? 'jobs',
    labels,
    values: Float64Array.from(own),
  }));
  return { length, fields: [{ kind: 'time', name: 'time', values: at }, ...fields] };
}

function categorize(frames: readonly Frame[], input: Partial<CategoryInput> = {}): CategoryModel {
  const data = { frames, refIds: frames.map((_, index) => String.fromCharCode(65 + index)) };
  return toCategories({ data, source: 'auto', maxBuckets: 24, timeRange, times, values, ...input });
}

function read({ categories, groups, cells }: CategoryModel): unknown {
  return groups.map(({ name }, group) => [
    name,
    ...categories.map((category, index) => [category.name, cells[group]?.[index]?.value]),
  ]);
}

const labelled = frameOf([
  [{ app: 'a', code: '200' }, [1, 2]],
  [{ app: 'a', code: '500' }, [3, 4]],
  [{ app: 'b', code: '200' }, [5, 6]],
]);

describe('categories', () => {
  it('are the series, each with its value and its colour', () => {
    const model = categorize([
      frameOf([
        [{ app: 'a' }, [1, 2]],
        [{ app: 'b' }, [3, Number.NaN]],
      ]),
    ]);
    expect(read(model)).toEqual([['jobs', ['a', 2], ['b', Number.NaN]]]);
    expect(new Set(model.cells[0]?.map(({ color }) => color)).size).toBe(2);
  });

  it('are the values of one label, their bars those of another, nothing where a series is missing', () => {
    expect(read(categorize([labelled], { categoryBy: 'app', groupBy: 'code', reducer: 'sum' }))).toEqual([
      ['200', ['a', 3], ['b', 11]],
      ['500', ['a', 7], ['b', undefined]],
    ]);
  });

  it('add up what meets in one place', () => {
    expect(read(categorize([labelled], { categoryBy: 'app' }))).toEqual([['jobs', ['a', 6], ['b', 6]]]);
    expect(read(categorize([labelled], { categoryBy: 'zone' }))).toEqual([['jobs', ['no zone', 12]]]);
  });

  it('are shared by the queries, and each query is a bar', () => {
    const one = frameOf([[{ __name__: 'read', app: 'a' }, [1]]]);
    const two = frameOf([
      [{ __name__: 'write', app: 'b' }, [2]],
      [{ __name__: 'write', app: 'a' }, [3]],
    ]);
    const model = categorize([one, two]);
    expect(model.groups.map(({ name }) => name)).toEqual(['read', 'write']);
    expect(model.cells.map((cells) => cells.map(({ value }) => value))).toEqual([
      [1, undefined],
      [3, 2],
    ]);
  });

  it('are told apart by their queries alone where these share one place', () => {
    const frames = [3, 5].map((value) => frameOf([[{ host: 'a' }, [value]]]));
    const data = { frames, refIds: ['A', 'B'], legends: ['used', 'free'] };
    const names = rankedEntries(categorize(frames, { data }), 'descending').entries.map(({ name }) => name);
    expect(names).toEqual(['free', 'used']);
  });

  it('are the rows of a table without times, its gaps nothing', () => {
    const table: Frame = {
      length: 2,
      fields: [
        { kind: 'string', name: 'plan', values: ['Free', ''] },
        { kind: 'number', name: 'users', labels: {}, values: Float64Array.of(1, 2), gaps: Uint8Array.of(0, 1) },
      ],
    };
    expect(read(categorize([table]))).toEqual([['users', ['Free', 1], ['(empty)', undefined]]]);
    expect(read(categorize([table], { column: 'other' }))).toEqual([['users', ['users', 2]]].slice(1));
  });

  it('are buckets of time that hold what falls into them', () => {
    const hourly = frameOf([[{ app: 'a' }, [1, 2, 3, 4, 5, 6, 7]]]);
    const model = categorize([hourly], { source: 'time', maxBuckets: 3, reducer: 'sum' });
    expect(read(model)).toEqual([['a', ['Jan 1', 3], ['02:00', 7], ['04:00', 18]]]);
  });

  it('stand in the order asked for, those without a value last', () => {
    const frame = frameOf([
      [{ app: 'b10' }, [2]],
      [{ app: 'b9' }, [Number.NaN]],
      [{ app: 'a' }, [5]],
    ]);
    const names = (order: 'ascending' | 'descending' | 'name'): readonly string[] =>
      orderCategories(categorize([frame]), order).categories.map(({ name }) => name);
    expect([names('ascending'), names('descending'), names('name')]).toEqual([
      ['b10', 'a', 'b9'],
      ['a', 'b10', 'b9'],
      ['a', 'b9', 'b10'],
    ]);
  });
});

describe('timeBuckets', () => {
  it('begin at midnight of the time zone, also on days of 23 hours', () => {
    const berlin = new TimeFormatter({ locale: 'en-US', timeZone: 'Europe/Berlin' });
    const range = { startMs: Date.UTC(2026, 2, 27, 23), endMs: Date.UTC(2026, 2, 30, 22) };
    const buckets = timeBuckets(range, 3, berlin);
    expect(buckets.map(({ startMs, endMs }) => (endMs - startMs) / 3_600_000)).toEqual([24, 23, 24]);
  });

  it('cover the range without a hole, and are never more than asked for', () => {
    const start = fc.integer({ min: 0, max: 2e12 });
    const length = fc.integer({ min: 1, max: 4e10 });
    fc.assert(
      fc.property(start, length, fc.integer({ min: 1, max: 60 }), (startMs, span, maxBuckets) => {
        const buckets = timeBuckets({ startMs, endMs: startMs + span }, maxBuckets, times);
        expect(buckets.length).toBeGreaterThan(0);
        expect(buckets.length).toBeLessThanOrEqual(maxBuckets);
        expect([buckets[0]?.startMs, buckets.at(-1)?.endMs]).toEqual([startMs, startMs + span]);
        for (const [index, { startMs: from }] of buckets.slice(1).entries()) expect(buckets[index]?.endMs).toBe(from);
      }),
      { numRuns: 60 },
    );
  });
});
