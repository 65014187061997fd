import { describe, expect, it } from 'vitest';
import type { Interpolation } from './PlotSeries.ts';
import { seriesPaths } from './seriesPaths.ts';

const scales = {
  x: (time: number) => time * 10,
  y: (value: number) => 100 - value,
};
const gap = Number.NaN;

function draw(values: readonly number[], interpolation: Interpolation = 'linear', baseline?: number): unknown {
  const times = Float64Array.from(values, (_, row) => row);
  const rows = Uint32Array.from(values, (_, row) => row);
  return seriesPaths({ times, values: Float64Array.from(values), rows, scales, interpolation, baseline });
}

describe('seriesPaths', () => {
  it('joins samples with lines, or with steps', () => {
    expect(draw([1, 2.25])).toEqual({ line: 'M0,99L10,97.8', area: '', dots: '' });
    expect(draw([1, 2], 'stepAfter')).toEqual({ line: 'M0,99H10V98', area: '', dots: '' });
    expect(draw([1, 2], 'stepBefore')).toEqual({ line: 'M0,99V98H10', area: '', dots: '' });
  });

  it('lifts the pen at gaps, NaN and infinities, and closes each area alone', () => {
    expect(draw([1, 2, gap, 3, 4, Number.POSITIVE_INFINITY, 5], 'linear', 100)).toEqual({
      line: 'M0,99L10,98M30,97L40,96',
      area: 'M0,99L10,98V100H0ZM30,97L40,96V100H30Z',
      dots: 'M60,95h0',
    });
  });

  it('makes a dot of a sample without neighbours', () => {
    expect(draw([gap, 7, gap])).toEqual({ line: '', area: '', dots: 'M10,93h0' });
  });

  it('draws nothing of nothing', () => {
    expect(draw([])).toEqual({ line: '', area: '', dots: '' });
    expect(draw([gap, gap], 'linear', 0)).toEqual({ line: '', area: '', dots: '' });
  });
});
