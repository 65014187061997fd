import { expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

it.each([
  ['0', 0],
  ['0s', 0],
  ['15s', 15_000],
  ['1m30s', 90_000],
  ['1h1ms', 3_600_001],
  ['1y1w1d', (365 + 7 + 1) * 86_400_000],
  ['', undefined],
  ['15', undefined],
  ['1.5s', undefined],
  ['-1s', undefined],
  ['1s1m', undefined],
  ['1s ', undefined],
])('reads %j as %s ms', (text, durationMs) => {
  expect(parseDuration(text)).toBe(durationMs);
});

it.each([
  [0, '0s'],
  [1_500, '1s500ms'],
  [90_000, '1m30s'],
  [3_600_000, '1h'],
  [8 * 86_400_000, '8d'],
])('writes %s ms as %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
