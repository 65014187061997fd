import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueFormatter } from './ValueFormatter.ts';
import { valueAxis } from './valueAxis.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });

function labels(min: number, max: number, unit?: string, maxTicks = 5): string[] {
  return valueAxis({ min, max, maxTicks, unit }, formatter).ticks.map(({ label }) => label.replaceAll('\u00a0', ' '));
}

describe('valueAxis', () => {
  it('stands at round numbers of the unit', () => {
    expect(labels(0, 1.7 * 1024 ** 3, 'bytes')).toEqual(['0', '0.5 GiB', '1.0 GiB', '1.5 GiB', '2.0 GiB']);
    expect(labels(0, 100, 's')).toEqual(['0', '0.5 min', '1.0 min', '1.5 min', '2.0 min']);
    expect(labels(0, 0.37, 'percentunit')).toEqual(['0%', '10%', '20%', '30%', '40%']);
    expect(labels(0, 1.5e6, 'short')).toEqual(['0', '500K', '1M', '1.5M']);
  });

  it('has no ticks between those that the wanted digits can tell', () => {
    const axis = (max: number, decimals: number) =>
      valueAxis({ min: 0, max, maxTicks: 6, decimals }, formatter).ticks.map(({ value, label }) => [value, label]);
    expect(axis(1, 0)).toEqual([
      [0, '0'],
      [1, '1'],
    ]);
    expect(axis(0.1, 1)).toEqual([
      [0, '0.0'],
      [0.1, '0.1'],
    ]);
  });

  it('keeps the ends that are fixed', () => {
    const axis = valueAxis({ min: 0, max: 87, maxTicks: 5, isMinFixed: true, isMaxFixed: true }, formatter);
    expect(axis).toEqual({
      min: 0,
      max: 87,
      ticks: [
        { value: 0, label: '0' },
        { value: 50, label: '50' },
      ],
    });
  });

  it('finds room around a single value', () => {
    expect(labels(0, 0)).toEqual(['0', '0.5', '1.0']);
    expect(labels(42, 42)).toEqual(['35', '40', '45', '50']);
  });

  it.each([
    [1_448_257, 1_449_923, 'short', ['1.4480M', '1.4485M', '1.4490M', '1.4495M', '1.4500M']],
    [
      1933.297,
      1933.326,
      'reqps',
      ['1.93329K req/s', '1.93330K req/s', '1.93331K req/s', '1.93332K req/s', '1.93333K req/s'],
    ],
    [
      3718.544,
      3718.549,
      'decbytes',
      ['3.718544 kB', '3.718545 kB', '3.718546 kB', '3.718547 kB', '3.718548 kB', '3.718549 kB'],
    ],
  ])('tells the ticks between %d and %d %s apart', (min, max, unit, labels) => {
    const axis = valueAxis({ min, max, maxTicks: 6, unit }, formatter);
    expect(axis.ticks.map(({ label }) => label.replaceAll('\u00a0', ' '))).toEqual(labels);
  });

  it('is finite, ascending and around the values, whatever the values are', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1.7e12),
    );
    const unit = fc.constantFrom(
      undefined,
      'bytes',
      's',
      'ms',
      'percent',
      'percentunit',
      'short',
      'reqps',
      'currencyUSD',
    );
    fc.assert(
      fc.property(value, value, unit, fc.integer({ min: 3, max: 9 }), (a, b, id, maxTicks) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { min, max, ticks } = valueAxis({ min: low, max: high, maxTicks, unit: id }, formatter);
        const limit = 1e304;
        const isAround = min <= Math.max(low, -limit) && max >= Math.min(high, limit);
        return Number.isFinite(max - min) && min < max && isAround && ticks.length <= maxTicks && ticks.length > 0;
      }),
    );
  });
});
