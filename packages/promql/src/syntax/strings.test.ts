import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDurationMs } from './durations.ts';
import { quoteString, unquoteString } from './strings.ts';

describe('quoteString and unquoteString', () => {
  it('give back every text of valid Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(unquoteString(quoteString(text))).toBe(text);
      }),
    );
  });

  it('keep bytes that are no UTF-8, and join those that are', () => {
    expect(unquoteString(String.raw`"\xc3\xa9"`)).toBe('é');
    expect(quoteString(unquoteString(String.raw`"\xff\xc3"`))).toBe(String.raw`"\xff\xc3"`);
    expect(quoteString('a\n"\\\u0000\u0007')).toBe(String.raw`"a\n\"\\\x00\a"`);
  });

  it.each([String.raw`"\x4"`, String.raw`"\'"`, String.raw`"\ud800"`, String.raw`"\U00110000"`, '"', 'a', `"a'`])(
    'refuse %s',
    (text) => {
      expect(() => unquoteString(text)).toThrow();
    },
  );
});

describe('parseDurationMs and formatDuration', () => {
  it.each([
    ['0', 0],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['1y2w3d4h5m6s7ms', 33_019_506_007],
    ['1.5h', undefined],
    ['5m1h', undefined],
    ['5', undefined],
    ['', undefined],
  ])('read %j as %s', (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  it('give back every number of milliseconds', () => {
    fc.assert(fc.property(fc.nat(), (ms) => parseDurationMs(formatDuration(ms)) === ms));
    expect([90_000, 86_400_000, 90_000_000, -1000, 0].map(formatDuration)).toEqual(['1m30s', '1d', '25h', '-1s', '0s']);
  });
});
