import { expect, it } from 'vitest';
import type { Backend } from '../backend/Backend.ts';
import type { MetricSource, MetricSubscription, QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { FakeClock, settle } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { withDefaults } from './withDefaults.ts';

const subscription: MetricSubscription = { selectors: [], onSamples: () => {} };

function backendOf(methods: Partial<MetricSource>): Backend {
  const sink = { define: () => Promise.resolve(), record: () => Promise.resolve() };
  return { id: 'b1', metrics: fakeSource(methods), sink };
}

const answerRange = ({ startMs, endMs, stepMs }: RangeRequest): QueryResult => {
  const times = Array.from({ length: Math.floor((endMs - startMs) / stepMs) + 1 }, (_, row) => startMs + row * stepMs);
  return { frame: rangeFrame(times, [numberField({ a: 'b' }, times)]), notices: [] };
};

it('keeps the id and the other capabilities', () => {
  const backend = backendOf({});
  const { metrics: _, ...rest } = withDefaults(backend, { clock: new FakeClock() });
  expect(rest).toEqual({ id: 'b1', sink: backend.sink });
});

it('has a live channel only if the backend has one, and hands subscriptions on', () => {
  const clock = new FakeClock();
  expect(withDefaults(backendOf({}), { clock }).metrics.subscribe).toBeUndefined();
  const seen: unknown[] = [];
  let isEnded = false;
  const { metrics } = withDefaults(
    backendOf({
      subscribe: (one) => {
        seen.push(one);
        return () => {
          isEnded = true;
        };
      },
    }),
    { clock },
  );
  metrics.subscribe?.(subscription)();
  expect([seen, isEnded]).toEqual([[subscription], true]);
});

it('calls methods with the source as this', async () => {
  class Source {
    readonly language = 'promql';
    readonly #names = ['job'];
    labelNames(): Promise<readonly string[]> {
      return Promise.resolve(this.#names);
    }
  }
  const backend = { id: 'b1', metrics: new Source() as unknown as MetricSource };
  expect(await withDefaults(backend, { clock: new FakeClock() }).metrics.labelNames({})).toEqual(['job']);
});

it('asks for the edge beside what is new, never with edgeMs, and the edge is not remembered', async () => {
  const clock = new FakeClock(1005);
  const requests: unknown[] = [];
  const backend = backendOf({
    queryRange: (request) => {
      requests.push(request);
      return Promise.resolve(answerRange(request));
    },
    queryInstant: (request) => {
      requests.push(request);
      return Promise.resolve({
        frame: rangeFrame([request.timeMs], [numberField({ a: 'b' }, [request.timeMs])]),
        notices: [],
      });
    },
  });
  const { metrics } = withDefaults(backend, { clock, incremental: { overlapMs: 20 } });
  const request = { expr: 'x', startMs: 900, endMs: 1000, stepMs: 10 };
  await metrics.queryRange({ ...request, edgeMs: 1005 });
  await clock.advance(10);
  const { frame } = await metrics.queryRange({ ...request, startMs: 910, endMs: 1010, edgeMs: 1015 });
  expect(requests).toEqual([
    request,
    { expr: 'x', timeMs: 1005 },
    { ...request, startMs: 980, endMs: 1010 },
    { expr: 'x', timeMs: 1015 },
  ]);
  const times = [910, 920, 930, 940, 950, 960, 970, 980, 990, 1000, 1010, 1015];
  expect(frame).toEqual(rangeFrame(times, [numberField({ a: 'b' }, times)]));
});

it('lets others ask while a failed call waits for its next attempt', async () => {
  const clock = new FakeClock();
  const asked: string[] = [];
  const backend = backendOf({
    labelValues: (name) => {
      asked.push(name);
      const isFirst = asked.filter((one) => one === name).length === 1;
      return name === 'a' && isFirst
        ? Promise.reject(new GlasspaneError('unavailable', 'soon'))
        : Promise.resolve([name]);
    },
  });
  const { metrics } = withDefaults(backend, { clock, maxConcurrent: 1 });
  const first = metrics.labelValues('a', {});
  const second = metrics.labelValues('b', {});
  await settle();
  expect([await second, asked]).toEqual([['b'], ['a', 'b']]);
  await clock.advance(1000);
  expect([await first, asked]).toEqual([['a'], ['a', 'b', 'a']]);
});
