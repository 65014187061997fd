import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleRowColumns } from './appendSamples.ts';
import { clusterByTime } from './clusterByTime.ts';

const HOUR = 3_600_000;

function columnsOf(times: readonly number[], hasStale = true): SampleRowColumns {
  return {
    seriesIds: Uint32Array.from(times, (_, row) => row),
    times: Float64Array.from(times),
    values: Float64Array.from(times, (_, row) => row / 2),
    ...(hasStale ? { stale: Uint8Array.from(times, (_, row) => row % 2) } : {}),
    length: times.length,
  };
}

function rowsOf({ seriesIds, times, values, stale, length }: SampleRowColumns): (readonly unknown[])[] {
  return Array.from({ length }, (_, row) => [seriesIds[row], times[row], values[row], stale?.[row]]);
}

describe('clusterByTime', () => {
  it('puts the rows of an hour together, in the order they had', () => {
    const clustered = clusterByTime(columnsOf([100, 3 * HOUR, 50, HOUR + 50, 3 * HOUR - 1, 99, HOUR + 49]));
    expect(Array.from(clustered.seriesIds)).toEqual([0, 2, 5, 3, 6, 4, 1]);
  });

  it('leaves rows alone that are in order, and does without rows', () => {
    for (const times of [[], [5], [20, 10, HOUR, 2 * HOUR + 5, 2 * HOUR + 10]]) {
      const columns = columnsOf(times);
      expect(clusterByTime(columns)).toBe(columns);
    }
  });

  it('keeps every row whole, and those of one time in their order, whatever the times', () => {
    const time = fc.oneof(
      fc.integer({ min: -5, max: 5 }).map((hours) => hours * HOUR),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), fc.boolean(), (times, hasStale) => {
        const columns = columnsOf(times, hasStale);
        const clustered = rowsOf(clusterByTime(columns));
        const byTime = (rows: (readonly unknown[])[]): unknown[] => rows.sort(([, a], [, b]) => Number(a) - Number(b));
        expect(byTime(clustered)).toEqual(byTime(rowsOf(columns)));
      }),
    );
  });
});
