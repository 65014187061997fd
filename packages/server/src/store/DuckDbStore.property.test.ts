import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@glasspane/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import { type Database, openDatabase } from './database.ts';
import { loadDuckDbStore } from './openDuckDbStore.ts';
import { SampleRows } from './SampleRows.ts';

const NOW = Date.UTC(2026, 0, 31, 12);
const HEAD_MS = 1000;
const NAMES = ['a', 'b', 'c'];

type Step =
  | { readonly type: 'append'; readonly samples: readonly (readonly [name: string, offset: number, value: number])[] }
  | { readonly type: 'reopen' }
  | { readonly type: 'settle' }
  | { readonly type: 'advance'; readonly milliseconds: number }
  | { readonly type: 'select'; readonly name: string; readonly from: number; readonly length: number };

// Few distinct times, so that samples collide.
const offset = fc.integer({ min: -15, max: 0 }).map((steps) => steps * 200);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('append' as const),
      samples: fc.array(fc.tuple(fc.constantFrom(...NAMES), offset, fc.integer()), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('select' as const),
      name: fc.constantFrom(...NAMES),
      from: offset,
      length: fc.integer({ min: 0, max: 4000 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'reopen' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'settle' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('advance' as const),
      milliseconds: fc.integer({ min: 1, max: 4 }).map((steps) => steps * 200),
    }),
  },
);

// Nothing but the window, a few samples more, everything: the head extends beside the steps, and drops samples again.
const headBytes = fc.constantFrom(0, 100, 200, 100_000);

/** Gives what was read of samples away some milliseconds later, so that commits come between. */
function handingOutLate(database: Database): Database {
  return {
    ...database,
    read: async (task) => {
      const result = await database.read(task);
      if (result instanceof SampleRows) await setTimeout(3);
      return result;
    },
  };
}

/** The contract, word for word: the first sample of a series for a time stays. */
class Oracle {
  readonly #series = new Map<string, Map<number, number>>();

  append(name: string, timeMs: number, value: number): void {
    const samples = this.#series.get(name) ?? new Map<number, number>();
    this.#series.set(name, samples);
    if (!samples.has(timeMs)) samples.set(timeMs, value);
  }

  select(name: string, startMs: number, endMs: number): readonly (readonly [number, number])[] {
    return [...(this.#series.get(name) ?? [])]
      .filter(([time]) => time > startMs && time <= endMs)
      .sort(([a], [b]) => a - b);
  }
}

it('answers as a map of samples would, whatever the order of appends, reopenings, extensions and the passing of time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), headBytes, async (steps, bytes) => {
      const folder = await mkdtemp(join(tmpdir(), 'glasspane-property-'));
      let now = NOW;
      let trims: (() => void)[] = [];
      const clock: Clock = {
        now: () => now,
        setTimeout(callback, delayMs) {
          if (delayMs < 3_600_000) trims.push(callback);
          return () => undefined;
        },
      };
      const log = createLogger('silent', () => undefined);
      const open = async () =>
        loadDuckDbStore(handingOutLate(await openDatabase(folder)), {
          folder,
          clock,
          headWindowMs: HEAD_MS,
          headBytes: bytes,
          log,
        });
      const oracle = new Oracle();
      let store = await open();
      try {
        for (const one of steps) {
          if (one.type === 'append') {
            const samples = one.samples.map(([name, ago, value]) => ({
              labels: { __name__: name },
              timeMs: now + ago,
              value,
            }));
            for (const { labels, timeMs, value } of samples) oracle.append(labels.__name__, timeMs, value);
            await store.append({ samples });
          } else if (one.type === 'reopen') {
            await store.close();
            trims = [];
            store = await open();
          } else if (one.type === 'settle') {
            // Nothing to wait for: what the store does beside the steps may have come as far as it likes.
            await setTimeout(10);
          } else if (one.type === 'advance') {
            now += one.milliseconds;
            for (const trim of trims.splice(0)) trim();
          } else {
            const startMs = now + one.from;
            const endMs = startMs + one.length;
            const matchers = [{ name: '__name__', operator: '=' as const, value: one.name }];
            const found = await store.select({ matchers, startMs, endMs });
            const samples = found.flatMap(({ times, values }) => Array.from(times, (time, row) => [time, values[row]]));
            expect(samples).toEqual(oracle.select(one.name, startMs, endMs));
          }
        }
      } finally {
        await store.close();
        await rm(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
