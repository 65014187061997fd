import { createHash } from 'node:crypto';
import { nextDue } from '../collect/scrape/schedule.ts';
import type { RuleGroup } from './RuleGroup.ts';
import type { RuleMetrics } from './RuleMetrics.ts';
import type { RuleRunner, RuleWorld } from './RuleRunner.ts';

/**
 * Evaluates the rules of one group again and again, in their order. No two evaluations overlap: moments that one
 * outlasts are counted as missed, and not made up for.
 */
export class RuleGroupLoop {
  readonly group: RuleGroup;
  readonly runners: readonly RuleRunner[];
  readonly #world: RuleWorld;
  readonly #metrics: RuleMetrics;
  readonly #offsetMs: number;
  readonly #stopping = new AbortController();
  #cancelTimer: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #last: { readonly timeMs: number; readonly seconds: number } | undefined;

  /** @param identity - What tells the group from others, so that not all are evaluated at the same moment. */
  constructor(
    group: RuleGroup,
    runners: readonly RuleRunner[],
    world: RuleWorld,
    options: { readonly identity: string; readonly metrics: RuleMetrics },
  ) {
    this.group = group;
    this.runners = runners;
    this.#world = world;
    this.#metrics = options.metrics;
    this.#offsetMs = createHash('md5').update(options.identity).digest().readUInt32BE(0) % group.intervalMs;
  }

  get last(): { readonly timeMs: number; readonly seconds: number } | undefined {
    return this.#last;
  }

  /** @param isAtOnce - Evaluates now for the first time, not at the group's next moment. */
  start(isAtOnce: boolean): void {
    const nowMs = this.#world.clock.now();
    this.#scheduleAt(isAtOnce ? nowMs : nextDue(nowMs, this.group.intervalMs, this.#offsetMs));
  }

  /** Resolves once nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#cancelTimer();
    this.#stopping.abort();
    await this.#running;
  }

  #scheduleAt(dueMs: number): void {
    const delayMs = Math.max(0, dueMs - this.#world.clock.now());
    this.#cancelTimer = this.#world.clock.setTimeout(() => {
      this.#running = this.#evaluate(dueMs);
    }, delayMs);
  }

  async #evaluate(dueMs: number): Promise<void> {
    const { clock, stopwatch } = this.#world;
    const { intervalMs } = this.group;
    // After a sleep of the machine the moment that was due is long past; after the clock was set back, far ahead.
    const timeMs = Math.abs(clock.now() - dueMs) < intervalMs ? dueMs : clock.now();
    const startedMs = stopwatch();
    for (const runner of this.runners) {
      if (this.#stopping.signal.aborted) return;
      await runner.evaluate(timeMs, this.#stopping.signal);
      if (runner.last !== undefined && !this.#stopping.signal.aborted) this.#metrics.count(this.group, runner.last);
    }
    if (this.#stopping.signal.aborted) return;
    this.#last = { timeMs, seconds: (stopwatch() - startedMs) / 1000 };
    // A timer that fires early must not evaluate the same moment twice; a clock that was set back must not stop the loop.
    const nowMs = clock.now();
    const firedEarly = dueMs > nowMs && dueMs - nowMs < intervalMs;
    const next = nextDue(firedEarly ? dueMs : nowMs, intervalMs, this.#offsetMs);
    this.#metrics.countMissed(this.group, Math.max(0, Math.ceil((next - dueMs) / intervalMs) - 1));
    this.#scheduleAt(next);
  }
}
