import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PieOptions } from './PieOptions.ts';
import { pieLayout, spread } from './pieLayout.ts';
import { type PieModel, pieModel } from './pieModel.ts';
import { slicePath } from './slicePath.ts';

function pieOf(values: readonly number[], options: PieOptions = {}): PieModel {
  const fields = values.map((value, index) => ({
    kind: 'number' as const,
    name: 'bytes',
    labels: { tenant: `t${index}` },
    values: Float64Array.of(value),
  }));
  const time = { kind: 'time' as const, name: 'time', values: Float64Array.of(0) };
  const frame: Frame = { length: 1, fields: [time, ...fields] };
  return pieModel({
    data: { frames: [frame] },
    options,
    timeRange: { startMs: 0, endMs: 1 },
    values: new ValueFormatter({ locale: 'en-US' }),
    times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
  });
}

describe('pieModel', () => {
  it('puts the largest first, and adds up what is more than it may show', () => {
    const { slices, total } = pieOf([1, 5, 2, 1, 1], { maxSlices: 3 });
    expect(slices.map(({ name, value, share }) => [name, value, share])).toEqual([
      ['t1', 5, 0.5],
      ['t2', 2, 0.2],
      ['3 others', 3, expect.closeTo(0.3)],
    ]);
    expect(total.text).toBe('10');
  });

  it('says what it leaves out, and why there is nothing', () => {
    expect(pieOf([3, -1, Number.NaN]).note).toBe('1 below zero and 1 without a finite value left out');
    expect([pieOf([]), pieOf([0, 0]), pieOf([0, -2]), pieOf([Number.NaN])].map(({ reason }) => reason)).toEqual([
      'No data',
      'All values are zero',
      'No value above zero, so there are no shares',
      'No finite value',
    ]);
  });

  it('has shares that add up to one, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, noNaN: true }), { maxLength: 30 }), (values) => {
        const { slices } = pieOf(values);
        const sum = slices.reduce((all, { share }) => all + share, 0);
        if (slices.length > 0) expect(sum).toBeCloseTo(1);
        expect(slices.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 60 },
    );
  });
});

describe('pieLayout', () => {
  it('keeps names apart from each other, in order and within the height where there is room', () => {
    const wishes = fc.array(fc.double({ min: -50, max: 400, noNaN: true }), { maxLength: 18 });
    fc.assert(
      fc.property(wishes, (unsorted) => {
        const ys = spread(
          [...unsorted].sort((a, b) => a - b),
          16,
          300,
        );
        for (const [index, y] of ys.slice(1).entries()) expect(y - (ys[index] ?? 0)).toBeGreaterThan(16 - 1e-9);
        expect(Math.min(8, ...ys)).toBeGreaterThanOrEqual(8 - 1e-9);
        expect(Math.max(292, ...ys)).toBeLessThanOrEqual(292 + 1e-9);
      }),
    );
  });

  it('leaves the names out where they have no room', () => {
    const { slices } = pieOf([3, 2, 1]);
    const names = (width: number, height: number): number =>
      pieLayout({ slices, options: {}, width, height }).names.length;
    expect([names(400, 200), names(120, 60)]).toEqual([3, 0]);
  });
});

describe('slicePath', () => {
  it('draws a whole ring as two halves, and nothing as nothing', () => {
    const ring = { x: 10, y: 10, radius: 8, hole: 4, from: 0 };
    expect(slicePath({ ...ring, to: 0 })).toBe('');
    expect(slicePath({ ...ring, to: Math.PI * 2 }).match(/A/g)).toHaveLength(4);
    expect(slicePath({ ...ring, hole: 0, to: Math.PI })).toBe('M10.00,10.00L10.00,2.00A8.00,8.00 0 0 1 10.00,18.00Z');
  });
});
