import { expect, it } from 'vitest';
import { alignTime, nextDue } from './schedule.ts';

it('finds the next moment on the shifted grid, never the present one', () => {
  expect([nextDue(0, 10, 3), nextDue(3, 10, 3), nextDue(12.5, 10, 3), nextDue(13, 10, 3), nextDue(2, 10, 0)]).toEqual([
    3, 13, 13, 23, 10,
  ]);
});

it('gives samples the time at which they were due, unless they are late', () => {
  expect([alignTime(1_002.4, 1_000, 15_000), alignTime(998, 1_000, 15_000)]).toEqual([1_000, 1_000]);
  expect([alignTime(1_050.4, 1_000, 15_000), alignTime(1_002, 1_000, 100)]).toEqual([1_050, 1_002]);
});
