import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock/Clock.ts';
import { CancelledError } from '../errors/CancelledError.ts';
import { type ErrorCode, GlasspaneError, type GlasspaneErrorOptions } from '../errors/GlasspaneError.ts';
import { FakeClock, settle } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { type RetryOptions, retry } from './retry.ts';

/** A source that fails so many times before it answers, and the times at which it was called. */
function failingSource(failures: readonly unknown[], options: Partial<RetryOptions> = {}) {
  const clock = new FakeClock();
  const calls: number[] = [];
  const inner = fakeSource({
    labelNames: () => {
      calls.push(clock.now());
      const failure = failures[calls.length - 1];
      return failure === undefined ? Promise.resolve(['job']) : Promise.reject(failure);
    },
  });
  return { clock, calls, source: retry(inner, { clock, jitter: () => 1, ...options }) };
}

const failure = (code: ErrorCode, options?: GlasspaneErrorOptions): GlasspaneError =>
  new GlasspaneError(code, code, options);

describe('retry', () => {
  it('asks again after pauses that double', async () => {
    const { clock, calls, source } = failingSource(Array(4).fill(failure('unavailable')), {
      attempts: 5,
      baseDelayMs: 100,
    });
    const answer = source.labelNames({});
    await clock.advance(10_000);
    expect([await answer, calls]).toEqual([['job'], [0, 100, 300, 700, 1500]]);
  });

  it('spreads the second half of a pause by its jitter, up to the longest pause', async () => {
    const { clock, calls, source } = failingSource(Array(3).fill(failure('timeout')), {
      attempts: 4,
      baseDelayMs: 100,
      maxDelayMs: 150,
      jitter: () => 0.5,
    });
    const answer = source.labelNames({});
    await clock.advance(10_000);
    expect([await answer, calls]).toEqual([['job'], [0, 75, 187.5, 300]]);
  });

  it('gives the last error when its attempts are used up', async () => {
    const last = failure('unreachable');
    const { clock, calls, source } = failingSource([failure('timeout'), failure('timeout'), last]);
    const answer = expect(source.labelNames({})).rejects.toBe(last);
    await clock.advance(60_000);
    await answer;
    expect(calls).toHaveLength(3);
  });

  it('waits as long as the backend asks', async () => {
    const { clock, calls, source } = failingSource([failure('rate_limited', { retryAfterMs: 7000 })]);
    const answer = source.labelNames({});
    await clock.advance(7000);
    expect([await answer, calls]).toEqual([['job'], [0, 7000]]);
  });

  it('gives up at once when the backend asks for more than the longest pause', async () => {
    const { calls, source } = failingSource([failure('rate_limited', { retryAfterMs: 60_000 })]);
    await expect(source.labelNames({})).rejects.toMatchObject({ code: 'rate_limited' });
    expect(calls).toHaveLength(1);
  });

  const lasting: readonly ErrorCode[] = [
    'bad_query',
    'unauthorized',
    'forbidden',
    'not_found',
    'too_many_series',
    'bad_response',
    'internal',
  ];
  it.each(lasting)('does not ask again after %s', async (code) => {
    const { calls, source } = failingSource([failure(code)]);
    await expect(source.labelNames({})).rejects.toMatchObject({ code });
    expect(calls).toHaveLength(1);
  });

  it('does not ask again after an error that is none of ours', async () => {
    const { calls, source } = failingSource([new TypeError('bug')]);
    await expect(source.labelNames({})).rejects.toThrow('bug');
    expect(calls).toHaveLength(1);
  });

  it('ends a pause when the signal fires, and leaves no timer', async () => {
    const { clock, calls, source } = failingSource([failure('unavailable')]);
    const controller = new AbortController();
    const answer = source.labelNames({}, controller.signal);
    await settle();
    expect(clock.pending).toBe(1);
    controller.abort();
    await expect(answer).rejects.toBeInstanceOf(CancelledError);
    expect([clock.pending, calls.length]).toEqual([0, 1]);
  });

  it('does not ask again when the signal fires right at the end of a pause', async () => {
    const controller = new AbortController();
    const clock: Clock = {
      now: () => 0,
      setTimeout: (callback) => {
        queueMicrotask(() => {
          callback();
          controller.abort();
        });
        return () => undefined;
      },
    };
    const { calls, source } = failingSource([failure('unavailable')], { clock });
    await expect(source.labelNames({}, controller.signal)).rejects.toBeInstanceOf(CancelledError);
    expect(calls).toHaveLength(1);
  });

  it('does not ask again when the signal fired during the call', async () => {
    const { calls, source } = failingSource([failure('unavailable')]);
    await expect(source.labelNames({}, AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
    expect(calls).toHaveLength(1);
  });

  it('spreads pauses by the clock where it is given no jitter', async () => {
    const { clock, calls, source } = failingSource([failure('unavailable')], { baseDelayMs: 100, jitter: undefined });
    await clock.advance(500);
    const answer = source.labelNames({});
    await clock.advance(1000);
    expect([await answer, calls]).toEqual([['job'], [500, 575]]);
  });
});
