import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelColumns } from './pixelColumns.ts';

describe('pixelColumns', () => {
  it('puts each row into the column of its time, the end into the last one', () => {
    const times = Float64Array.from([0, 1, 2, 3, 4]);
    expect([...pixelColumns({ times, startMs: 0, endMs: 4, columnCount: 2 }).edges]).toEqual([0, 2, 5]);
  });

  it('keeps one row on either side of the range', () => {
    const times = Float64Array.from([0, 1, 2, 3, 4, 5, 6]);
    expect([...pixelColumns({ times, startMs: 2.5, endMs: 3.5, columnCount: 2 }).edges]).toEqual([2, 3, 5]);
  });

  it('gives every column of a series without rows nothing', () => {
    const { edges } = pixelColumns({ times: new Float64Array(), startMs: 0, endMs: 1, columnCount: 3 });
    expect([...edges]).toEqual([0, 0, 0, 0]);
  });

  it('gives each row within the range to the column whose pixels show its time', () => {
    const sorted = fc
      .array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 60 })
      .map((times) => times.sort((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: 1, max: 40 }), (list, columnCount) => {
        const [startMs, endMs] = [200, 800];
        const times = Float64Array.from(list);
        const { edges } = pixelColumns({ times, startMs, endMs, columnCount });
        return list.every((time, row) => {
          if (time < startMs || time > endMs) {
            return true;
          }
          const wanted = Math.min(columnCount - 1, Math.floor((time - startMs) * (columnCount / (endMs - startMs))));
          return (edges[wanted] ?? 0) <= row && row < (edges[wanted + 1] ?? 0);
        });
      }),
    );
  });
});
