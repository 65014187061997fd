import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastOn, PerTimes, windowsOn } from './Windows.ts';

/** Times with gaps and steps of any length, some of them behind the last time. */
const timesAndEnds = fc
  .tuple(
    fc.array(fc.nat(40), { maxLength: 200 }),
    fc.array(fc.nat(100), { maxLength: 60 }),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([gaps, steps, rangeMs]) => {
    let timeMs = 0;
    const times = Float64Array.from(gaps, (gap) => (timeMs += gap + 1));
    let endMs = -20;
    const ends = Float64Array.from(steps, (step) => (endMs += step + 1));
    return { times, ends, rangeMs };
  });

const countUpTo = (times: Float64Array, limitMs: number): number => times.filter((timeMs) => timeMs <= limitMs).length;

it('windows are those that a search of all times finds', () => {
  fc.assert(
    fc.property(timesAndEnds, ({ times, ends, rangeMs }) => {
      const { from, to, sampleCount } = windowsOn(times, ends, rangeMs);
      const want = Array.from(ends, (endMs) => [countUpTo(times, endMs - rangeMs), countUpTo(times, endMs)] as const);
      expect(Array.from(ends, (_, step) => [from[step], to[step]])).toEqual(want);
      expect(sampleCount).toBe(want.reduce((sum, [first, behind]) => sum + behind - first, 0));
    }),
  );
});

it('windows tell which of them have enough samples', () => {
  const windows = windowsOn(Float64Array.of(1, 2, 3), Float64Array.of(0, 1, 2, 3), 2);
  expect(windows.presence(1)).toEqual({ present: Uint8Array.of(0, 1, 1, 1), count: 3 });
  expect(windows.presence(2)).toEqual({ present: Uint8Array.of(0, 0, 1, 1), count: 2 });
  expect(windowsOn(Float64Array.of(1, 2, 3), Float64Array.of(2, 3), 2).presence(2).present).toBeUndefined();
});

it('the last sample counts only as long as it is not too old', () => {
  const { from, to } = lastOn(Float64Array.of(0, 10), Float64Array.of(-1, 0, 4, 5, 10, 15), 5);
  expect([...to].map((behind, step) => (behind > (from[step] ?? 0) ? behind - 1 : undefined))).toEqual([
    undefined,
    0,
    0,
    undefined,
    1,
    undefined,
  ]);
});

it('what belongs to a column of times is made once for all its views, and anew for others', () => {
  const made: number[] = [];
  const known = new PerTimes((times) => made.push(times.length));
  const column = Float64Array.of(1, 2, 3, 4);
  const other = Float64Array.of(1, 2, 3, 4);
  const results = [column, column.subarray(0), other, column.subarray(0, 4), column.subarray(1), column.subarray(0, 3)];
  expect(results.map((times) => known.of(times))).toEqual([1, 1, 2, 1, 3, 4]);
  // More columns than are remembered.
  for (let index = 0; index < 1000; index += 1) known.of(Float64Array.of(index));
  expect(known.of(other)).toBe(1005);
});
