import { CancelledError, GlasspaneError, type MetricSource } from '@glasspane/core';
import { expect } from 'vitest';
import { numberFields, timesOf } from '../frames.ts';
import type { Suite } from '../Suite.ts';

type Call = (source: MetricSource, signal?: AbortSignal) => Promise<unknown>;

/** Returns what a call rejects with. */
async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('the call was not rejected');
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(GlasspaneError);
  const { code, message } = error as GlasspaneError;
  expect(message).not.toBe('');
  return code;
}

export const errorSuite: Suite = ({ rule, instance, fixture, select, invalidQuery }) => {
  const source = (): MetricSource => instance().backend.metrics;
  const range = () => ({ startMs: fixture().timeOf(40), endMs: fixture().timeOf(80), stepMs: 15_000 });
  const calls = (): Readonly<Record<string, Call>> => {
    const expr = select('gp_test_temperature');
    const selectors = ['gp_test_temperature'];
    return {
      queryInstant: (from, signal) => from.queryInstant({ expr, timeMs: fixture().endMs }, signal),
      queryRange: (from, signal) => from.queryRange({ expr, ...range() }, signal),
      series: (from, signal) => from.series({ selectors }, signal),
      labelNames: (from, signal) => from.labelNames({ selectors }, signal),
      labelValues: (from, signal) => from.labelValues('room', { selectors }, signal),
      metadata: (from, signal) => from.metadata({}, signal),
    };
  };

  rule('E1', 'a text that is no query is refused as bad_query', async () => {
    expect(await codeOf(source().queryInstant({ expr: invalidQuery, timeMs: fixture().endMs }))).toBe('bad_query');
    expect(await codeOf(source().queryRange({ expr: invalidQuery, ...range() }))).toBe('bad_query');
  });

  rule('E2', 'a text that is no selector is refused as bad_query', async () => {
    const selectors = ['gp_test_temperature{room=}'];
    expect(await codeOf(source().series({ selectors }))).toBe('bad_query');
    expect(await codeOf(source().labelNames({ selectors }))).toBe('bad_query');
    expect(await codeOf(source().labelValues('room', { selectors }))).toBe('bad_query');
  });

  rule('E3', 'a call whose caller gave up before is rejected with CancelledError', async () => {
    for (const [name, call] of Object.entries(calls())) {
      expect(await errorOf(call(source(), AbortSignal.abort())), name).toBeInstanceOf(CancelledError);
    }
  });

  rule('E4', 'a call whose caller gives up meanwhile is rejected with CancelledError', async () => {
    for (const [name, call] of Object.entries(calls())) {
      const controller = new AbortController();
      const running = call(source(), controller.signal);
      controller.abort();
      expect(await errorOf(running), name).toBeInstanceOf(CancelledError);
    }
  });

  rule('E5', 'a signal that never fires changes nothing', async () => {
    for (const [name, call] of Object.entries(calls())) {
      const { signal } = new AbortController();
      expect(await call(source(), signal), name).toEqual(await call(source()));
    }
  });

  rule('E6', 'a step that is not positive, or an end before the start, is refused', async () => {
    const expr = select('gp_test_temperature');
    const { startMs, endMs } = fixture();
    for (const stepMs of [0, -1000]) {
      expect(await codeOf(source().queryRange({ expr, startMs, endMs, stepMs }))).toMatch(/^(bad_query|invalid)$/);
    }
    const backwards = { expr, startMs: endMs, endMs: startMs, stepMs: 15_000 };
    expect(await codeOf(source().queryRange(backwards))).toMatch(/^(bad_query|invalid)$/);
  });

  rule('E7', 'a query of very many steps is answered in full or refused as too_many_points', async () => {
    const { endMs } = fixture();
    const request = { expr: select('gp_test_temperature'), startMs: endMs - 49_999_000, endMs, stepMs: 1000 };
    try {
      const result = await source().queryRange(request);
      expect(timesOf(result)).toHaveLength(50_000);
      expect(numberFields(result)).toHaveLength(2);
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_points' });
    }
  });
};
