import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimateM4 } from './decimateM4.ts';
import { pixelColumns } from './pixelColumns.ts';

const rowTimes = (length: number): Float64Array => Float64Array.from({ length }, (_, row) => row);

function keptRows(values: readonly number[], columnCount: number): number[] {
  const times = rowTimes(values.length);
  const columns = pixelColumns({ times, startMs: 0, endMs: Math.max(1, values.length - 1), columnCount });
  return [...decimateM4(Float64Array.from(values), columns)];
}

/**
 * Draws a line the slow way: for each pixel column the rows of pixels it covers, each segment cut at the column's edges.
 */
function raster(
  times: Float64Array,
  values: Float64Array,
  rows: readonly number[],
  width: number,
  endMs: number,
): string {
  const pixels = new Set<string>();
  const height = 40;
  const x = (row: number): number => ((times[row] ?? 0) / endMs) * width;
  const y = (row: number): number => (values[row] ?? Number.NaN) * height;
  const cover = (column: number, from: number, to: number): void => {
    for (let line = Math.floor(Math.min(from, to)); line <= Math.floor(Math.max(from, to)); line += 1) {
      pixels.add(`${column},${line}`);
    }
  };
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const isPoint = Number.isFinite(values[row]);
    if (isPoint) {
      cover(Math.min(width - 1, Math.floor(x(row))), y(row), y(row));
    }
    if (next === undefined || !isPoint || !Number.isFinite(values[next])) {
      continue;
    }
    const slope = (y(next) - y(row)) / (x(next) - x(row));
    const at = (pixel: number): number => y(row) + slope * (pixel - x(row));
    for (let column = Math.floor(x(row)); column <= Math.min(width - 1, Math.floor(x(next))); column += 1) {
      const from = column <= x(row) ? y(row) : at(column);
      const to = column + 1 >= x(next) ? y(next) : at(column + 1);
      cover(column, from, to);
    }
  }
  return [...pixels].sort().join(' ');
}

describe('decimateM4', () => {
  it('keeps the first, the lowest, the highest and the last row of each column', () => {
    expect(keptRows([3, 9, 1, 4, 4, 4, 4, 4], 2)).toEqual([0, 1, 2, 3, 4, 7]);
  });

  it('keeps a row once, and all of few', () => {
    expect(keptRows([5], 100)).toEqual([0]);
    expect(keptRows([5, 5, 5], 100)).toEqual([0, 1, 2]);
    expect(keptRows([], 100)).toEqual([]);
  });

  it('keeps one row of each break, and treats the pieces between alone', () => {
    const [gap, inf] = [Number.NaN, Number.POSITIVE_INFINITY];
    expect(keptRows([1, 2, gap, gap, 3, 4, 5, inf, 6], 1)).toEqual([0, 1, 2, 4, 6, 7, 8]);
  });

  it('keeps one row of a break that spans columns', () => {
    const gap = Number.NaN;
    expect(keptRows([1, gap, gap, gap, gap, gap, gap, 2], 4)).toEqual([0, 1, 7]);
  });

  it('keeps at most four rows a column of a line without breaks', () => {
    const values = Array.from({ length: 100_000 }, (_, row) => Math.sin(row) * row);
    expect(keptRows(values, 300).length).toBeLessThanOrEqual(1200);
  });

  it('draws the same pixels as all rows do', () => {
    const value = fc.oneof(
      { weight: 12, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    );
    const samples = fc.array(fc.tuple(fc.double({ min: 0.01, max: 3, noNaN: true }), value), {
      minLength: 1,
      maxLength: 250,
    });
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 30 }), (steps, columnCount) => {
        let time = 0;
        const times = Float64Array.from(steps, ([step]) => {
          time += step;
          return time;
        });
        const values = Float64Array.from(steps, ([, one]) => one);
        const all = Array.from(values, (_, row) => row);
        const columns = pixelColumns({ times, startMs: 0, endMs: time, columnCount });
        const kept = [...decimateM4(values, columns)];
        expect(raster(times, values, kept, columnCount, time)).toBe(raster(times, values, all, columnCount, time));
      }),
      { numRuns: 400 },
    );
  });
});
