import { expect } from 'vitest';
import { INTERVAL_MS } from '../fixture.ts';
import { type Cell, numberFields, onlyColumn, timesOf } from '../frames.ts';
import { equal, type Suite } from '../Suite.ts';

const MINUTE_MS = 60_000;
const numbers = (count: number, value: (at: number) => number): number[] =>
  Array.from({ length: count }, (_, at) => value(at));

export const rangeSuite: Suite = ({ rule, instance, fixture, select }) => {
  /** Asks for the rows from one time to another. */
  const ask = (expr: string, [startMs, endMs]: readonly [number, number], stepMs: number, limit?: number) =>
    instance().backend.metrics.queryRange({ expr, startMs, endMs, stepMs, limit });
  const kitchen = (): string => select('gp_test_temperature', equal('room', 'kitchen'));

  rule('R1', 'the rows are start, start + step, … up to the end inclusive', async () => {
    const { timeOf } = fixture();
    const result = await ask(kitchen(), [timeOf(40), timeOf(80)], MINUTE_MS);
    expect(timesOf(result)).toEqual(numbers(11, (at) => timeOf(40 + at * 4)));
    expect(onlyColumn(result)).toEqual(numbers(11, (at) => 40 + at * 4));
  });

  rule('R2', 'an end between two steps adds no row', async () => {
    const { timeOf } = fixture();
    const result = await ask(kitchen(), [timeOf(40), timeOf(48) - 1], MINUTE_MS);
    expect(timesOf(result)).toEqual([timeOf(40), timeOf(44)]);
    expect(onlyColumn(result)).toEqual([40, 44]);
  });

  rule('R3', 'start and end may be the same moment', async () => {
    const { timeOf } = fixture();
    const result = await ask(kitchen(), [timeOf(40), timeOf(40)], MINUTE_MS);
    expect(timesOf(result)).toEqual([timeOf(40)]);
    expect(onlyColumn(result)).toEqual([40]);
  });

  rule(
    'R4',
    'the newest sample at or before each step counts, and the start need not be a multiple of the step',
    async () => {
      const { timeOf } = fixture();
      const startMs = timeOf(40) + 4123;
      const result = await ask(kitchen(), [startMs, timeOf(42)], 5000);
      expect(timesOf(result)).toEqual(numbers(6, (at) => startMs + at * 5000));
      expect(onlyColumn(result)).toEqual([40, 40, 40, 41, 41, 41]);
    },
  );

  rule('R5', 'where a series has no sample for long there is a gap', async () => {
    const { timeOf } = fixture();
    const cells = onlyColumn(await ask(select('gp_test_gap'), [timeOf(0), timeOf(80)], MINUTE_MS));
    expect(cells.slice(0, 5)).toEqual([0, 4, 8, 12, 16]);
    // The gap may begin anywhere in it: how long a sample counts is the backend's choice.
    expect(cells[11]).toBe('gap');
    expect(cells.slice(12)).toEqual(numbers(9, (at) => 48 + at * 4));
  });

  rule('R6', 'before its first and long after its last sample a series has gaps', async () => {
    const { timeOf } = fixture();
    const startMs = timeOf(0) - 10 * MINUTE_MS;
    const cells = onlyColumn(await ask(select('gp_test_old'), [startMs, timeOf(80)], MINUTE_MS));
    const expected: readonly Cell[] = [...Array<Cell>(10).fill('gap'), 1, 1, 1];
    expect(cells.slice(0, 13)).toEqual(expected);
    expect(cells.slice(-10)).toEqual(Array<Cell>(10).fill('gap'));
  });

  rule('R7', 'nothing found is a frame with the rows and no series', async () => {
    const { timeOf } = fixture();
    const result = await ask(select('gp_test_absent'), [timeOf(40), timeOf(44)], MINUTE_MS);
    expect(timesOf(result)).toEqual([timeOf(40), timeOf(44)]);
    expect(result.frame.fields).toHaveLength(1);
  });

  rule('R8', 'a limit cuts the series and says so; one that is not reached says nothing', async () => {
    const { timeOf } = fixture();
    const cut = await ask(select('gp_test_requests_total'), [timeOf(40), timeOf(44)], MINUTE_MS, 1);
    expect(numberFields(cut)).toHaveLength(1);
    expect(cut.notices.map(({ severity }) => severity)).toEqual(['warning']);
    const whole = await ask(select('gp_test_requests_total'), [timeOf(40), timeOf(44)], MINUTE_MS, 2);
    expect(numberFields(whole)).toHaveLength(2);
    expect(whole.notices).toEqual([]);
  });

  rule('R9', 'a hundred rows keep their times, wherever the start lies', async () => {
    const startMs = fixture().timeOf(40) + 1000;
    const result = await ask(kitchen(), [startMs, startMs + 99 * 3000], 3000);
    expect(timesOf(result)).toEqual(numbers(100, (at) => startMs + at * 3000));
    expect(onlyColumn(result)).toEqual(numbers(100, (at) => 40 + Math.floor((1000 + at * 3000) / INTERVAL_MS)));
    expect(result.notices).toEqual([]);
  });
};
