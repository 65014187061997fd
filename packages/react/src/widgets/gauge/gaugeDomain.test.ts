import { ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { arcPath } from './arcPath.ts';
import { gaugeDomain } from './gaugeDomain.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });

describe('gaugeDomain', () => {
  it('takes the ends of the field', () => {
    expect(gaugeDomain({ min: 10, max: 20 }, [15], formatter)).toEqual({ min: 10, max: 20 });
  });

  it('takes the whole of a percentage, and more where a value is more', () => {
    expect(gaugeDomain({ unit: 'percent' }, [40], formatter)).toEqual({ min: 0, max: 100 });
    expect(gaugeDomain({ unit: 'percentunit' }, [0.4], formatter)).toEqual({ min: 0, max: 1 });
    expect(gaugeDomain({ unit: 'percent' }, [140], formatter)).toEqual({ min: 0, max: 150 });
  });

  it('takes a round number above all values and thresholds otherwise', () => {
    expect(
      gaugeDomain({ thresholds: [{ color: 'good' }, { value: 730, color: 'critical' }] }, [12], formatter),
    ).toEqual({
      min: 0,
      max: 800,
    });
  });

  it('has a length, whatever it is given', () => {
    for (const values of [[], [undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [0]]) {
      const { min, max } = gaugeDomain({ min: 5, max: 5 }, values, formatter);
      expect(max - min).toBeGreaterThan(0);
    }
  });
});

describe('arcPath', () => {
  it('goes clockwise from the lower left to the lower right', () => {
    expect(arcPath({ x: 100, y: 100, radius: 50, from: 0, to: 1 })).toBe('M56.70,125.00A50.0,50.0 0 1 1 143.30,125.00');
  });

  it('is empty where there is nothing to draw', () => {
    expect([
      arcPath({ x: 0, y: 0, radius: 5, from: 0.5, to: 0.5 }),
      arcPath({ x: 0, y: 0, radius: 5, from: 0, to: Number.NaN }),
    ]).toEqual(['', '']);
  });
});
