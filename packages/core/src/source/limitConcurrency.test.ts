import { expect, it } from 'vitest';
import type { MetricSource } from '../backend/MetricSource.ts';
import { CancelledError } from '../errors/CancelledError.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { settle } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { limitConcurrency } from './limitConcurrency.ts';

/** A source whose calls of `labelValues` run until the test ends them by name. */
function manualSource(limit: number) {
  const running = new Map<string, { resolve: (values: readonly string[]) => void; reject: (error: unknown) => void }>();
  const started: string[] = [];
  const inner = fakeSource({
    labelValues: (name) => {
      started.push(name);
      return new Promise((resolve, reject) => running.set(name, { resolve, reject }));
    },
  });
  const source = limitConcurrency(inner, limit);
  const ask = (name: string, signal?: AbortSignal): Promise<readonly string[]> => source.labelValues(name, {}, signal);
  const finish = async (name: string): Promise<void> => {
    running.get(name)?.resolve([name]);
    await settle();
  };
  return { source, started, running, ask, finish };
}

it('runs no more calls than its limit, and starts the others in order of arrival', async () => {
  const { started, ask, finish } = manualSource(2);
  const answers = Promise.all(['a', 'b', 'c', 'd'].map((name) => ask(name)));
  await settle();
  expect(started).toEqual(['a', 'b']);
  await finish('b');
  expect(started).toEqual(['a', 'b', 'c']);
  await finish('a');
  await finish('c');
  await finish('d');
  expect(await answers).toEqual([['a'], ['b'], ['c'], ['d']]);
});

it('takes an aborted waiter out of the queue without making its call', async () => {
  const { started, ask, finish } = manualSource(1);
  const controller = new AbortController();
  const first = ask('a');
  const second = ask('b', controller.signal);
  const third = ask('c');
  controller.abort();
  await expect(second).rejects.toBeInstanceOf(CancelledError);
  await finish('a');
  await finish('c');
  expect([await first, await third, started]).toEqual([['a'], ['c'], ['a', 'c']]);
});

it('makes no call whose signal has fired already', async () => {
  const { started, ask } = manualSource(1);
  await expect(ask('a', AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
  expect(started).toEqual([]);
});

it('frees the slot of a call that fails', async () => {
  const { running, started, ask, finish } = manualSource(1);
  const first = ask('a');
  const second = ask('b');
  await settle();
  running.get('a')?.reject(new Error('down'));
  await expect(first).rejects.toThrow('down');
  await finish('b');
  expect([await second, started]).toEqual([['b'], ['a', 'b']]);
});

it('does not let a newcomer overtake a waiter', async () => {
  const { started, ask, running } = manualSource(1);
  void ask('a');
  void ask('b');
  await settle();
  running.get('a')?.resolve([]);
  void ask('c');
  await settle();
  expect(started).toEqual(['a', 'b']);
});

it('leaves no listener on the signal of a waiter that got its turn', async () => {
  const { ask, finish } = manualSource(1);
  const listeners = new Set<unknown>();
  const signal: AbortSignal = Object.assign(new AbortController().signal, {
    addEventListener: (_: string, listener: unknown) => listeners.add(listener),
    removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
  });
  const first = ask('a');
  const second = ask('b', signal);
  await settle();
  expect(listeners.size).toBe(1);
  await finish('a');
  await finish('b');
  await Promise.all([first, second]);
  expect(listeners.size).toBe(0);
});

it.each([0, -1, 1.5, Number.NaN])('refuses the limit %s', (limit) => {
  expect(() => limitConcurrency(fakeSource({}), limit)).toThrow(GlasspaneError);
});

it('limits every asking method together', async () => {
  let running = 0;
  let most = 0;
  const slow = async (): Promise<never> => {
    running += 1;
    most = Math.max(most, running);
    await settle();
    running -= 1;
    return [] as never;
  };
  const methods: Partial<MetricSource> = {
    queryInstant: slow,
    queryRange: slow,
    series: slow,
    labelNames: slow,
    labelValues: slow,
    metadata: slow,
  };
  const source = limitConcurrency(fakeSource(methods), 2);
  await Promise.all([
    source.queryInstant({ expr: 'x', timeMs: 0 }),
    source.queryRange({ expr: 'x', startMs: 0, endMs: 1, stepMs: 1 }),
    source.series({}),
    source.labelNames({}),
    source.labelValues('a', {}),
    source.metadata({}),
  ]);
  expect(most).toBe(2);
});
