import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../collect/exposition/parseNumber.ts';
import { NumberReader } from './NumberReader.ts';

function read(token: string): number | undefined {
  const reader = new NumberReader();
  reader.position = 2;
  const value = reader.read(Buffer.from(`a ${token} 17\n`));
  expect(reader.position).toBe(2 + Buffer.byteLength(token));
  return value;
}

describe('NumberReader', () => {
  it.each([
    '0',
    '-0',
    '12',
    '-1.5',
    '.5',
    '5.',
    '123456789012345',
    '1234567890123456',
    '0.1',
    '1e3',
    '+Inf',
    '-inf',
    'NaN',
  ])('reads %s as scrapes do', (token) => expect(read(token)).toBe(parseNumber(token)));

  it.each(['', '-', '.', '1.2.3', '1x', '0x10', '1e999', '--1', '1_000', 'é'])('takes "%s" for no number', (token) => {
    expect(read(token)).toBeUndefined();
  });

  it('rounds every number as the language does', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 18 }))
      .map(([isNegative, digits, point]) => {
        const text = String(digits).padStart(point + 1, '0');
        const at = text.length - point;
        return `${isNegative ? '-' : ''}${text.slice(0, at)}.${text.slice(at)}`;
      });
    fc.assert(
      fc.property(decimal, (token) => {
        expect(read(token)).toBe(Number(token));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        expect(read(String(value))).toBe(value);
      }),
    );
  });
});
