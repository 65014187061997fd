import { describe, expect, it } from 'vitest';
import { ValueFormatter } from './ValueFormatter.ts';

const english = new ValueFormatter({ locale: 'en-US', timeZone: 'UTC' });

/** With the no-break space that parts a number from its unit written as a common one. */
function write(value: number | undefined, unit?: string, decimals?: number, formatter = english): string {
  return formatter.format(value, { unit, decimals }).text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('ValueFormatter', () => {
  it.each([
    [0, 'bytes', '0 B'],
    [1023, 'bytes', '1,023 B'],
    [1024, 'bytes', '1 KiB'],
    [1_234_567, 'bytes', '1.18 MiB'],
    [1, 'mbytes', '1 MiB'],
    [0, 'kbytes', '0 KiB'],
    [1_234_567, 'decbytes', '1.23 MB'],
    [-5e6, 'Bps', '-5 MB/s'],
    [2048, 'binBps', '2 KiB/s'],
    [1500, 'bps', '1.5 kb/s'],
    [12, 'Mbits', '12 Mb/s'],
  ])('writes %d %s as data: %s', (value, unit, text) => {
    expect(write(value, unit)).toBe(text);
  });

  it.each([
    [0.000_001_5, 's', '1.5 µs'],
    [0.25, 's', '250 ms'],
    [95, 's', '1.58 min'],
    [0, 'ms', '0 ms'],
    [1500, 'ms', '1.5 s'],
    [1500, 'µs', '1.5 ms'],
    [90, 'm', '1.5 h'],
    [36, 'h', '1.5 d'],
    [3, 'd', '3 d'],
    [500, 'ns', '500 ns'],
    [90_061, 'dtdurations', '1d 1h 1m'],
    [90_061_000, 'dtdurationms', '1d 1h 1m'],
    [0.5, 'dtdurations', '500ms'],
    [0, 'dtdurations', '0s'],
  ])('writes %d %s as a duration: %s', (value, unit, text) => {
    expect(write(value, unit)).toBe(text);
  });

  it.each([
    [12.3456, 'percent', '12.35%'],
    [0.9995, 'percentunit', '99.95%'],
    [1234, 'reqps', '1.23K req/s'],
    [0.002_34, 'ops', '0.00234 ops/s'],
    [2, 'rps', '2 rd/s'],
    [2, 'wps', '2 wr/s'],
    [2, 'iops', '2 io/s'],
    [1_500_000, 'short', '1.5M'],
    [12_345.678, 'none', '12,345.7'],
    [5, 'currencyUSD', '$5.00'],
    [5, 'currencyEUR', '€5.00'],
    [0.001_234, 'currencyUSD', '$0.00123'],
    [2_400_000_000, 'hertz', '2.4 GHz'],
    [21.5, 'celsius', '21.5 °C'],
    [1, 'bool_yes_no', 'Yes'],
    [0, 'bool', 'False'],
    [3, 'threads', '3 threads'],
    [1e-9, 'none', '1E-9'],
  ])('writes %d %s: %s', (value, unit, text) => {
    expect(write(value, unit)).toBe(text);
  });

  it('writes a moment in its time zone', () => {
    const berlin = new ValueFormatter({ locale: 'de', timeZone: 'Europe/Berlin' });
    expect(write(Date.UTC(2026, 6, 1, 12), 'dateTimeAsIso', undefined, berlin)).toBe('01.07.2026, 14:00:00');
  });

  it('writes by its locale, and no other instance does', () => {
    const german = new ValueFormatter({ locale: 'de' });
    expect([write(1234.5, 'none', 2, german), write(0.5, 'percentunit', 0, german), write(1234.5, 'none', 2)]).toEqual([
      '1.234,50',
      '50 %',
      '1,234.50',
    ]);
  });

  it('moves to the next rung where rounding reaches it', () => {
    expect(write(999_999, 'decbytes')).toBe('1 MB');
  });

  it('says what is not a number, and what is not there', () => {
    expect([write(Number.NaN, 's'), write(Infinity, 's'), write(-Infinity, 's'), write(undefined, 's')]).toEqual([
      'NaN',
      '+Inf',
      '-Inf',
      '–',
    ]);
    expect(english.format(undefined, { noValue: 'none yet' }).text).toBe('none yet');
  });

  it('gives the parts of a value', () => {
    expect(english.format(5, { unit: 'currencyUSD' })).toEqual({
      text: '$5.00',
      prefix: '$',
      number: '5.00',
      suffix: '',
    });
    expect(english.format(2048, { unit: 'bytes' })).toEqual({
      text: '2\u00a0KiB',
      prefix: '',
      number: '2',
      suffix: 'KiB',
    });
  });

  it('writes every unit at the ends of what numbers can be', () => {
    for (const unit of ['bytes', 's', 'percent', 'short', 'currencyUSD', 'dtdurations', 'dateTimeAsIso', 'hex', 'x']) {
      for (const value of [0, -0, 5e-324, 1e308, -1e308]) {
        expect(write(value, unit)).not.toMatch(/NaN|undefined|^$/);
      }
    }
  });

  it('takes unit ids that are names of object members for what they are', () => {
    expect(write(1, '__proto__')).toBe('1 __proto__');
  });

  it.each([
    [999_950, 'decbytes', undefined, '1 MB'],
    [-999_950, 'decbytes', undefined, '-1 MB'],
    [999_949, 'decbytes', undefined, '999.9 kB'],
    [999_949, 'decbytes', 2, '999.95 kB'],
    [1023.96 * 1024, 'bytes', undefined, '1 MiB'],
    [0.999_96, 's', undefined, '1 s'],
    [59.996, 's', undefined, '1 min'],
    [999.97, 'short', undefined, '1K'],
    [-999.97, 'reqps', undefined, '-1K req/s'],
    [999.94, 'short', undefined, '999.9'],
    [999.999, 'short', 2, '1.00K'],
    [0.9996, 'dtdurations', undefined, '1s'],
    [0.9994, 'dtdurations', undefined, '999ms'],
    [0.0001, 'dtdurations', undefined, '0s'],
  ])('rounds %d %s (%s) up to the next unit: %s', (value, unit, decimals, text) => {
    expect(write(value, unit, decimals)).toBe(text);
  });

  it.each([
    [-0.001, 'none', 2, '0.00'],
    [-0.006, 'none', 2, '-0.01'],
    [-0.001, 'percent', 1, '0.0%'],
    [-0.0004, 'percentunit', 1, '0.0%'],
    [-0.004, 'currencyUSD', 2, '$0.00'],
    [-0, 'sci', undefined, '0E0'],
    [-255, 'hex0x', undefined, '-0xFF'],
    [-0.5, 'hex0x', undefined, '0x0'],
  ])('writes %d %s (%s) with a sign only where there is one: %s', (value, unit, decimals, text) => {
    expect(write(value, unit, decimals)).toBe(text);
  });

  it.each([
    [1e308, 'none', 2, '1E308'],
    [-1.5e300, 'celsius', 0, '-2E300 °C'],
    [1e308, 'percentunit', undefined, '1E310%'],
    [1e25, 'currencyUSD', undefined, '$1.00E25'],
    [1e17, 'none', 0, '100,000,000,000,000,000'],
    [5e-324, 'none', undefined, '5E-324'],
    [5e-324, 'percent', undefined, '0%'],
    [1, 'sci', -1, '1E0'],
  ])('keeps %d %s (%s) readable: %s', (value, unit, decimals, text) => {
    expect(write(value, unit, decimals)).toBe(text);
  });
});
