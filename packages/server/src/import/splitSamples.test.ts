import { describe, expect, it } from 'vitest';
import type { SampleRowColumns } from '../store/appendSamples.ts';
import { SampleBuffer } from './SampleBuffer.ts';
import { SeriesTimes } from './SeriesTimes.ts';
import { splitSamples } from './splitSamples.ts';

function buffer(rows: readonly (readonly [series: number, timeMs: number, value: number])[]): SampleBuffer {
  const samples = new SampleBuffer(1);
  for (const row of rows) samples.add(...row);
  return samples;
}

function rows({ seriesIds, times, values, length }: SampleRowColumns): number[][] {
  return Array.from({ length }, (_, row) => [seriesIds[row], times[row], values[row]] as number[]);
}

describe('splitSamples', () => {
  it('puts series together in the order of the file, and apart what may be there already', () => {
    const times = new SeriesTimes();
    const first = splitSamples(
      buffer([
        [0, 5, 1],
        [1, 5, 2],
        [0, 6, 3],
        [0, 5, 4],
        [1, 4, 5],
        [0, 3, 6],
      ]),
      times,
      [10, 20],
    );
    expect(rows(first.fresh)).toEqual([
      [10, 5, 1],
      [10, 6, 3],
      [10, 3, 6],
      [20, 5, 2],
      [20, 4, 5],
    ]);
    expect(rows(first.late)).toEqual([[10, 5, 4]]);
    const second = splitSamples(
      buffer([
        [0, 4, 7],
        [0, 7, 8],
        [2, 1, 9],
      ]),
      times,
      [10, 20, 30],
    );
    expect(rows(second.fresh)).toEqual([
      [10, 7, 8],
      [30, 1, 9],
    ]);
    expect(rows(second.late)).toEqual([[10, 4, 7]]);
  });

  it('asks for nothing between what was there and what comes, on either side', () => {
    const times = new SeriesTimes();
    times.noteStored(0, 100, 200);
    const { fresh, late } = splitSamples(
      buffer([
        [0, 10, 1],
        [0, 20, 2],
        [0, 100, 3],
        [0, 150, 4],
        [0, 201, 5],
      ]),
      times,
      [1],
    );
    expect(rows(fresh)).toEqual([
      [1, 10, 1],
      [1, 20, 2],
      [1, 201, 5],
    ]);
    expect(rows(late)).toEqual([
      [1, 100, 3],
      [1, 150, 4],
    ]);
  });
});
