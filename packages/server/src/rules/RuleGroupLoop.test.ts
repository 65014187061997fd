import { afterEach, expect, it } from 'vitest';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import { writeExposition } from '../collect/exposition/writeExposition.ts';
import { RuleGroupLoop } from './RuleGroupLoop.ts';
import { RuleMetrics } from './RuleMetrics.ts';
import type { RuleRunner, RuleWorld } from './RuleRunner.ts';

const INTERVAL_MS = 10_000;
let loop: RuleGroupLoop;

afterEach(() => loop.stop());

function start(takesMs: number) {
  const timers = new FakeClock(1_000_000);
  const set = { byMs: 0 };
  // Setting a clock leaves the timers that wait as they are.
  const clock = {
    now: () => timers.now() + set.byMs,
    setTimeout: timers.setTimeout.bind(timers),
    advance: timers.advance.bind(timers),
  };
  const metrics = new RuleMetrics();
  const evaluated: number[] = [];
  let running = 0;
  let most = 0;
  const runner = {
    last: { timeMs: 0, seconds: 0, error: undefined },
    async evaluate(timeMs: number) {
      running += 1;
      most = Math.max(most, running);
      evaluated.push(timeMs);
      if (takesMs > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, takesMs));
      running -= 1;
    },
  } as unknown as RuleRunner;
  const group = { name: 'g', file: 'f', intervalMs: INTERVAL_MS, queryOffsetMs: 0, limit: 0, rules: [] };
  const world = { clock, stopwatch: () => 0 } as unknown as RuleWorld;
  loop = new RuleGroupLoop(group, [runner], world, { identity: 'f;g', metrics });
  loop.start(false);
  const missed = () => writeExposition(metrics.instruments.map((instrument) => instrument.collect()));
  return { clock, set, evaluated, missed, most: () => most };
}

it('evaluates at even moments of its own', async () => {
  const { clock, evaluated } = start(0);
  await clock.advance(5 * INTERVAL_MS);
  const [first = 0] = evaluated;
  expect(evaluated).toEqual([0, 1, 2, 3, 4].map((step) => first + step * INTERVAL_MS));
});

it('never evaluates twice at once, and counts the moments that it misses', async () => {
  const { clock, evaluated, missed, most } = start(2.5 * INTERVAL_MS);
  await clock.advance(7 * INTERVAL_MS);
  const [first = 0, second = 0] = evaluated;
  expect(second - first).toBe(3 * INTERVAL_MS);
  expect(most()).toBe(1);
  expect(missed()).toMatch(/glasspane_rule_group_iterations_missed_total\{rule_group="f;g"\} 4/);
  // So that the one that runs can end.
  const stopped = loop.stop();
  await clock.advance(3 * INTERVAL_MS);
  await stopped;
});

it.each([-3_600_000, 3_600_000])('goes on at the new time after the clock was set by %d ms', async (byMs) => {
  const { clock, set, evaluated, missed } = start(0);
  await clock.advance(2 * INTERVAL_MS);
  set.byMs = byMs;
  evaluated.length = 0;
  await clock.advance(4 * INTERVAL_MS);
  expect(evaluated.length).toBeGreaterThanOrEqual(3);
  for (const timeMs of evaluated) expect(Math.abs(timeMs - clock.now())).toBeLessThanOrEqual(4 * INTERVAL_MS);
  if (byMs < 0) expect(missed()).toContain('glasspane_rule_group_iterations_missed_total{rule_group="f;g"} 0');
});
