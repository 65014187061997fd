import { type FieldOptions, type Frame, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GaugeReading, gaugeReadings } from '../gauge/gaugeReadings.ts';
import { tileSeries } from '../tiles/useTileSeries.ts';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';
import { barSegments, barStops, filledPart } from './barFill.ts';
import { barGaugeLayout } from './barGaugeLayout.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });

function readingsOf(values: readonly number[], field?: FieldOptions): readonly GaugeReading[] {
  const frame: Frame = {
    length: 1,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0) },
      ...values.map((value, index) => ({
        kind: 'number' as const,
        name: 'cpu',
        labels: { instance: `node-${index}` },
        values: Float64Array.of(value),
      })),
    ],
  };
  return gaugeReadings(tileSeries({ frames: [frame], field }, {}, formatter), formatter);
}

const anyValue = fc.oneof(
  fc.double(),
  fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308, 5e-324),
);

describe('the readings of gauges', () => {
  it('have the same ends for series of one unit, and their own for another', () => {
    const ends = readingsOf([3, 70], { unit: 's' }).map(({ domain }) => domain);
    expect(ends[0]).toEqual(ends[1]);
    expect(readingsOf([3], { unit: 'percent' })[0]?.domain).toEqual({ min: 0, max: 100 });
  });

  it('are judged by their ends, in percents and on scales', () => {
    const thresholds = [{ color: 'good' }, { value: 50, color: 'critical', label: 'high' }];
    const [low, high] = readingsOf([4, 6], { min: 0, max: 10, thresholdsMode: 'percent', thresholds });
    expect([low?.display.color, high?.display.color, high?.display.label]).toEqual(['good', 'critical', 'high']);
    expect(high?.thresholds.map(({ value }) => value)).toEqual([undefined, 5]);
    const open = readingsOf([7], { unit: 'percent', thresholdsMode: 'percent', thresholds });
    expect(open[0]?.display.color).toBe('good');
    expect(readingsOf([25], { unit: 'percent', color: { by: 'scale' } })[0]?.display.color).toBe('blues@0.250');
  });
});

describe('the filled part of a bar', () => {
  it('goes from the lower end, or from zero where that lies within', () => {
    const part = (value: number, min: number, max: number): readonly number[] =>
      filledPart(readingsOf([value], { min, max })[0] as GaugeReading);
    expect([part(5, 0, 10), part(15, 10, 20), part(5, -10, 10), part(-5, -10, 10), part(99, 0, 10)]).toEqual([
      [0, 0.5],
      [0, 0.5],
      [0.5, 0.75],
      [0.25, 0.5],
      [0, 1],
    ]);
    expect(part(Number.NaN, 0, 10)).toEqual([0, 0]);
  });

  it('lies within the bar, its lamps and stops too, whatever the value and the ends are', () => {
    const end = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(anyValue, end, end, fc.integer({ min: 1, max: 600 }), (value, a, b, length) => {
        fc.pre(a !== b);
        const field = {
          min: Math.min(a, b),
          max: Math.max(a, b),
          thresholds: [{ color: 'good' }, { value: a, color: 'critical' }],
        };
        const reading = readingsOf([value], field)[0] as GaugeReading;
        const [from, to] = filledPart(reading);
        expect(0 <= from && from <= to && to <= 1).toBe(true);
        const segments = barSegments(reading, length);
        expect(segments.every(({ at, size }) => at >= 0 && size > 0 && at + size <= length + 1e-6)).toBe(true);
        expect(segments.some(({ isLit }) => isLit)).toBe(to > from);
        expect(barStops(reading).every(({ offset }) => offset >= 0 && offset <= 1)).toBe(true);
      }),
    );
  });

  it('is lit in the colours of the values that its lamps stand for', () => {
    const thresholds = [{ color: 'good' }, { value: 50, color: 'critical' }];
    const segments = barSegments(readingsOf([80], { unit: 'percent', thresholds })[0] as GaugeReading, 98);
    expect(segments.map(({ isLit, color }) => `${isLit ? 'lit' : 'dark'} ${/--gp-(\w+)/.exec(color)?.[1]}`)).toEqual([
      ...Array<string>(5).fill('lit good'),
      ...Array<string>(3).fill('lit critical'),
      ...Array<string>(2).fill('dark critical'),
    ]);
  });
});

describe('the layout of a bar gauge', () => {
  it('keeps everything within its room, and shows one value however little there is', () => {
    const options: fc.Arbitrary<BarGaugeOptions> = fc.record({
      orientation: fc.constantFrom('horizontal', 'vertical'),
      hasNames: fc.constantFrom(undefined, true, false),
      hasValues: fc.boolean(),
      hasThresholds: fc.boolean(),
    });
    const readings = readingsOf(Array.from({ length: 60 }, (_, index) => index));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 100, max: 1500 }),
        fc.integer({ min: 60, max: 900 }),
        options,
        (count, width, height, wanted) => {
          const layout = barGaugeLayout({ readings: readings.slice(0, count), width, height, options: wanted });
          const { isVertical, shownCount, cellWidth, cellHeight, length, thickness, nameWidth, valueWidth } = layout;
          expect(shownCount).toBeGreaterThanOrEqual(1);
          const noteHeight = shownCount < count ? 18 : 0;
          const used = isVertical ? [cellWidth * shownCount, cellHeight] : [cellWidth, cellHeight * shownCount];
          expect(used[0]).toBeLessThanOrEqual(width + 1e-6);
          expect(used[1]).toBeLessThanOrEqual(height - noteHeight + 1e-6);
          expect(thickness).toBeGreaterThanOrEqual(2);
          if (isVertical) expect(length + layout.valueHeight + layout.nameHeight).toBeLessThanOrEqual(cellHeight);
          else expect(length + nameWidth + valueWidth).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });

  it('names the only series by the title of its widget alone', () => {
    const one = barGaugeLayout({ readings: readingsOf([1]), width: 300, height: 100, options: {} });
    expect([one.nameWidth, one.nameHeight]).toEqual([0, 0]);
  });
});
