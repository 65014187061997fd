import { type FieldOptions, type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarChartOptions } from './BarChartOptions.ts';
import { barChartModel, barThresholds } from './barChartModel.ts';
import { type PlacedBars, placeBars } from './placeBars.ts';

const values = new ValueFormatter({ locale: 'en-US' });
const times = new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' });

interface Drawn {
  readonly series: Readonly<Record<string, number>>;
  readonly options?: BarChartOptions;
  readonly width?: number;
  readonly height?: number;
}

function draw({ series, options = {}, width = 600, height = 300 }: Drawn): PlacedBars {
  const fields = Object.entries(series).map(([name, value]) => ({
    kind: 'number' as const,
    name: 'm',
    labels: { name },
    values: Float64Array.of(value),
  }));
  const frame: Frame = {
    length: 1,
    fields: [{ kind: 'time', name: 'time', values: Float64Array.of(0) }, ...fields],
  };
  const model = barChartModel({
    data: { frames: [frame] },
    options,
    timeRange: { startMs: 0, endMs: 1 },
    values,
    times,
  });
  return placeBars({ model, options, field: undefined, width, height, values });
}

describe('placeBars', () => {
  it('turns bars to the right where their names have no room below', () => {
    const short = { a: 1, b: 2 };
    const long = { 'a name that is very long indeed': 1, 'and another one that is even longer, so that': 2 };
    expect([
      draw({ series: short }).layout.isHorizontal,
      draw({ series: long, width: 400 }).layout.isHorizontal,
    ]).toEqual([false, true]);
  });

  it('takes percents among thresholds for parts of the way from end to end, on the axis too', () => {
    const at = (field: FieldOptions): unknown => {
      const fields = [10, 30].map((value) => ({
        kind: 'number' as const,
        name: 'm',
        labels: { value: String(value) },
        values: Float64Array.of(value),
      }));
      const time = { kind: 'time' as const, name: 'time', values: Float64Array.of(0) };
      const data = { frames: [{ length: 1, fields: [time, ...fields] }], field };
      const model = barChartModel({ data, options: {}, timeRange: { startMs: 0, endMs: 1 }, values, times });
      const { axis } = placeBars({ model, options: {}, field, width: 600, height: 300, values });
      return [barThresholds(model, {}, field).map(({ value }) => value), axis.max];
    };
    const thresholds = [{ color: 'good' }, { value: 50, color: 'critical' }];
    expect(at({ thresholdsMode: 'percent', thresholds })).toEqual([[undefined, 20], 30]);
    expect(at({ thresholdsMode: 'percent', thresholds, min: 0, max: 40 })).toEqual([[undefined, 20], 40]);
    expect(at({ thresholds })).toEqual([[undefined, 50], expect.any(Number)]);
  });

  it('leaves upright what has too many bars for rows, and counts what has no room at all', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`a long name ${index}`, index]));
    const placed = draw({ series: many });
    expect(placed.layout.isHorizontal).toBe(false);
    expect(placed.leftCount).toBe(300 - placed.bands.length);
    expect(placed.leftCount).toBeGreaterThan(0);
  });

  it('keeps every bar and every band within the picture, whatever the values and the size', () => {
    const value = fc.double({ noNaN: false });
    const orientation = fc.constantFrom('horizontal', 'vertical', 'auto' as const);
    const side = fc.integer({ min: 1, max: 1200 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), orientation, side, side, (list, way, width, height) => {
        const series = Object.fromEntries(list.map((one, index) => [`series ${index}`, one]));
        const { bars, bands } = draw({ series, options: { orientation: way }, width, height });
        for (const { x, y, width: wide, height: high } of [...bars, ...bands]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(Math.max(width, 3) + 1);
          expect(y + high).toBeLessThanOrEqual(Math.max(height, 3) + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
