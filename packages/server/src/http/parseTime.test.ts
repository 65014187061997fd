import { describe, expect, it } from 'vitest';
import { parseDuration, parseTime } from './parseTime.ts';

describe('parseTime', () => {
  it.each([
    ['0', 0],
    ['1435781451.781', 1_435_781_451_781],
    ['1.0006', 1001],
    ['-1.5', -1500],
    ['1e9', 1e12],
    ['+5', 5000],
    ['2015-07-01T20:10:51.781Z', 1_435_781_451_781],
    ['2015-07-01T20:10:51Z', 1_435_781_451_000],
    ['2015-07-01T22:10:51.7819+02:00', 1_435_781_451_781],
    ['2015-07-01T15:40:51.781-04:30', 1_435_781_451_781],
    ['0099-01-01T00:00:00Z', -59_042_995_200_000],
    ['292277025-08-18T07:12:54.999999999Z', 9_223_309_901_257_975_000],
    ['-292273086-05-16T16:47:06Z', -9_223_309_901_257_974_000],
  ])('reads %s', (text, timeMs) => {
    expect(parseTime(text)).toBe(timeMs);
  });

  it.each([
    '',
    'abc',
    '2015-07-01',
    '2015-02-30T00:00:00Z',
    '2015-07-01T24:00:00Z',
    '2015-07-01T20:10:51',
    'NaN',
    '1e400',
    '0x',
    ' 1',
  ])('refuses %j', (text) => {
    expect(() => parseTime(text)).toThrow(`cannot parse ${JSON.stringify(text)} to a valid timestamp`);
  });
});

describe('parseDuration', () => {
  it.each([
    ['15', 15_000],
    ['0.5', 500],
    ['-3', -3000],
    ['1m30s', 90_000],
    ['1y2w3d4h5m6s7ms', 33_019_506_007],
    ['0', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', '1.5m', '-1m', '5x', '5 m', 'NaN'].filter((text) => text !== '5'))('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow(`cannot parse ${JSON.stringify(text)} to a valid duration`);
  });

  it('refuses what does not fit in 64 bits of nanoseconds', () => {
    expect(() => parseDuration('1e10')).toThrow('cannot parse "1e10" to a valid duration. It overflows int64');
  });
});
