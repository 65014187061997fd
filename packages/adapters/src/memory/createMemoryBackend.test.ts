import type { Clock } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryBackend, type MemoryBackend } from './createMemoryBackend.ts';

/** A clock that stands still until a test moves it. */
class ManualClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<{ readonly dueMs: number; readonly callback: () => void }>();

  get timerCount(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#nowMs;
  }

  setTimeout(callback: () => void, delayMs: number): () => void {
    const timer = { dueMs: this.#nowMs + delayMs, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  advance(ms: number): void {
    this.#nowMs += ms;
    for (const timer of this.#timers) {
      if (timer.dueMs > this.#nowMs) continue;
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}

const sample = (labels: Labels, timeMs: number, value = 1) => ({ labels, timeMs, value });
const up = { __name__: 'up', job: 'api' };

describe('createMemoryBackend', () => {
  let clock: ManualClock;
  let backend: MemoryBackend;
  beforeEach(() => {
    clock = new ManualClock();
    backend = createMemoryBackend({ clock });
  });
  const listen = (name: string) => {
    const heard: unknown[] = [];
    const end = backend.metrics.subscribe?.({
      selectors: [[{ name: '__name__', operator: '=', value: name }]],
      onSamples: ({ timeMs }) => heard.push(timeMs),
      onState: (state) => heard.push(state),
    });
    return { heard, end: () => end?.() };
  };

  it('joins what comes within a quarter of a second and tells the newest time', async () => {
    const { heard } = listen('up');
    await backend.sink.record([sample(up, 1000), sample(up, 3000), sample(up, 2000)]);
    await backend.sink.record([sample(up, 4000)]);
    expect(heard).toEqual(['open']);
    clock.advance(250);
    expect(heard).toEqual(['open', 4000]);
    clock.advance(1000);
    expect(heard).toEqual(['open', 4000]);
  });

  it('has no timer while nobody has something to hear', async () => {
    await backend.sink.record([sample(up, 1000)]);
    const { end } = listen('up');
    await backend.sink.record([sample({ __name__: 'down' }, 1000)]);
    expect(clock.timerCount).toBe(0);
    await backend.sink.record([sample(up, 2000)]);
    expect(clock.timerCount).toBe(1);
    end();
    expect(clock.timerCount).toBe(0);
  });

  it('says in words where a query is wrong', async () => {
    await expect(backend.metrics.queryInstant({ expr: 'up +\nsum(', timeMs: 0 })).rejects.toMatchObject({
      code: 'bad_query',
      message: expect.stringMatching(/^The query cannot be read at line 2, column \d: /),
    });
  });

  it('refuses a query that evaluates to nothing sensible as bad_query', async () => {
    await backend.sink.record([sample(up, 0), sample({ ...up, job: 'web' }, 0)]);
    await expect(backend.metrics.queryInstant({ expr: 'up + on () up', timeMs: 0 })).rejects.toMatchObject({
      code: 'bad_query',
    });
    const range = { expr: '"text"', startMs: 0, endMs: 1000, stepMs: 1000 };
    await expect(backend.metrics.queryRange(range)).rejects.toMatchObject({ code: 'bad_query' });
  });

  it('keeps to its limits and says what to do', async () => {
    const range = { expr: 'vector(1)', startMs: 0, endMs: 11_000_000, stepMs: 1000 };
    await expect(backend.metrics.queryRange(range)).rejects.toMatchObject({
      code: 'too_many_points',
      message: expect.stringContaining('longer step'),
    });
    const small = createMemoryBackend({ store: backend.store, limits: { maxSamples: 2 } });
    await backend.sink.record([1, 2, 3, 4].map((timeMs) => sample(up, timeMs)));
    await expect(small.metrics.queryInstant({ expr: 'sum_over_time(up[1m])', timeMs: 5 })).rejects.toMatchObject({
      code: 'too_many_samples',
    });
  });

  it('gives the samples of a range selector on the times of all series', async () => {
    await backend.sink.record([sample(up, 1000, 1), sample(up, 3000, 3), sample({ __name__: 'up' }, 2000, 2)]);
    const { frame } = await backend.metrics.queryInstant({ expr: 'up[5s]', timeMs: 4000 });
    expect(frame).toMatchObject({
      length: 3,
      fields: [
        { values: Float64Array.of(1000, 2000, 3000) },
        { labels: { __name__: 'up' }, gaps: Uint8Array.of(1, 0, 1) },
        { labels: up, values: Float64Array.of(1, Number.NaN, 3), gaps: Uint8Array.of(0, 1, 0) },
      ],
    });
  });

  it('holds the samples of a defined metric to its labels', async () => {
    await backend.sink.define({ name: 'up', type: 'gauge', labels: ['job'] });
    await backend.sink.record([sample(up, 1000)]);
    await expect(backend.sink.record([sample({ ...up, host: 'a' }, 2000)])).rejects.toMatchObject({ code: 'invalid' });
    expect(backend.store.sampleCount).toBe(1);
  });

  it('looks back as far as it was told', async () => {
    await backend.sink.record([sample(up, 0)]);
    const patient = createMemoryBackend({ store: backend.store, lookbackMs: 3_600_000 });
    const fields = async ({ metrics }: MemoryBackend): Promise<number> =>
      (await metrics.queryInstant({ expr: 'up', timeMs: 1_800_000 })).frame.fields.length - 1;
    expect([await fields(backend), await fields(patient)]).toEqual([0, 1]);
  });
});
