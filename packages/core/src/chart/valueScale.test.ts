import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueFormatter } from '../format/ValueFormatter.ts';
import { scaledAxis } from './scaledAxis.ts';
import { type ScaleType, symlogLinearWithin, valueScale } from './valueScale.ts';

const scales = fc.record({
  type: fc.constantFrom<ScaleType>('linear', 'log', 'symlog'),
  linearWithin: fc.option(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), { nil: undefined }),
});
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const usual = fc.double({ noNaN: true, min: -1e12, max: 1e12 });

describe('valueScale', () => {
  it('places every finite value at a finite place, never lower for a larger one', () => {
    fc.assert(
      fc.property(scales, finite, finite, (options, a, b) => {
        const { toPlace } = valueScale(options);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(Number.isFinite(toPlace(low)) && Number.isFinite(toPlace(high))).toBe(true);
        expect(toPlace(low)).toBeLessThanOrEqual(toPlace(high));
      }),
    );
  });

  it('finds the value of a place again', () => {
    fc.assert(
      fc.property(scales, usual, (options, value) => {
        const { toPlace, toValue } = valueScale(options);
        const expected = options.type === 'log' ? Math.max(Number.MIN_VALUE, value) : value;
        const found = toValue(toPlace(value));
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(expected)));
      }),
    );
  });

  it('tells scales apart that place otherwise', () => {
    const { key } = valueScale({ type: 'symlog', linearWithin: 2 });
    expect(valueScale({ type: 'symlog', linearWithin: 3 }).key).not.toBe(key);
    expect(symlogLinearWithin(-5, 4200)).toBe(1);
    expect(symlogLinearWithin(0, 0)).toBe(1);
  });
});

const formatter = new ValueFormatter({ locale: 'en-US' });

function labels(min: number, max: number, scale: ScaleType, unit?: string): string[] {
  const { ticks } = scaledAxis({ min, max, scale, unit, maxTicks: 6 }, formatter);
  return ticks.map(({ label }) => label.replaceAll('\u00a0', ' '));
}

describe('scaledAxis', () => {
  it('stands at powers of ten, or of two for binary units', () => {
    expect(labels(1, 1000, 'log', 'short')).toEqual(['1', '10', '100', '1K']);
    expect(labels(3, 70_000, 'log', 'reqps')).toEqual(['10 req/s', '100 req/s', '1K req/s', '10K req/s', '100K req/s']);
    expect(labels(1024, 16 * 1024, 'log', 'bytes')).toEqual(['1 KiB', '2 KiB', '4 KiB', '8 KiB', '16 KiB']);
    expect(labels(-1000, 1000, 'symlog', 'short')).toEqual(['-1K', '-10', '0', '10', '1K']);
  });

  it('leaves powers out where there are too many, and takes round numbers where there are none', () => {
    expect(labels(1, 1e12, 'log', 'short')).toEqual(['1', '1K', '1M', '1B', '1T']);
    expect(labels(42, 58, 'log')).toEqual(['40', '45', '50', '55', '60']);
  });

  it('has a place for all it shows, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.double(),
        fc.constantFrom<ScaleType>('log', 'symlog'),
        fc.constantFrom(2 as const, 10 as const),
        fc.integer({ min: 3, max: 9 }),
        fc.option(fc.double(), { nil: undefined }),
        (min, max, scale, base, maxTicks, linearWithin) => {
          const axis = scaledAxis({ min, max, scale, base, maxTicks, linearWithin }, formatter);
          expect(axis.max).toBeGreaterThan(axis.min);
          if (scale === 'log') expect(axis.min).toBeGreaterThan(0);
          expect(axis.ticks.length).toBeLessThanOrEqual(maxTicks);
          for (const { value } of axis.ticks) {
            expect(value).toBeGreaterThanOrEqual(axis.min - Math.abs(axis.min) * 1e-9);
            expect(value).toBeLessThanOrEqual(axis.max + Math.abs(axis.max) * 1e-9);
          }
        },
      ),
    );
  });

  it('shows all the values it was given, unless an end is fixed', () => {
    fc.assert(
      fc.property(usual, usual, fc.constantFrom<ScaleType>('log', 'symlog'), (a, b, scale) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(scale === 'symlog' || min > 1e-6);
        const axis = scaledAxis({ min, max, scale, maxTicks: 6 }, formatter);
        expect(axis.min).toBeLessThanOrEqual(min + Math.abs(min) * 1e-9);
        expect(axis.max).toBeGreaterThanOrEqual(max - Math.abs(max) * 1e-9);
      }),
    );
    const fixed = scaledAxis(
      { min: 3, max: 700, scale: 'log', maxTicks: 6, isMinFixed: true, isMaxFixed: true },
      formatter,
    );
    expect([fixed.min, fixed.max]).toEqual([3, 700]);
  });
});
