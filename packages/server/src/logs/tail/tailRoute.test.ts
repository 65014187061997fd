import { getEventListeners } from 'node:events';
import type { Clock } from '@glasspane/core';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredLog } from '../LogSearch.ts';
import { tailRoute } from './tailRoute.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

let now: number;
let timers: Set<Timer>;
let listeners: Set<(logs: readonly StoredLog[]) => void>;
let closing: AbortController;
let app: Hono;

const clock: Clock = {
  now: () => now,
  setTimeout(run, delayMs) {
    const timer = { at: now + delayMs, run };
    timers.add(timer);
    return () => timers.delete(timer);
  },
};

function advance(milliseconds: number): void {
  now += milliseconds;
  for (const timer of [...timers]) {
    if (timer.at > now) continue;
    timers.delete(timer);
    timer.run();
  }
}

const log = (line: string, more: Partial<StoredLog> = {}): StoredLog => ({
  labels: { app: 'a' },
  timeNs: 5n,
  line,
  metadata: undefined,
  ...more,
});
const stored = (...logs: readonly StoredLog[]): void => {
  for (const listener of listeners) listener(logs);
};

async function openTail(query: string, init: RequestInit = {}) {
  const response = await app.request(`/tail?query=${encodeURIComponent(query)}`, init);
  const reader = response.body?.getReader();
  const next = async (): Promise<string | undefined> => {
    const chunk = await reader?.read();
    return chunk === undefined || chunk.done ? undefined : new TextDecoder().decode(chunk.value);
  };
  return {
    next,
    nextEvent: async () => JSON.parse(/^data: (.*)$/m.exec((await next()) ?? '')?.[1] ?? 'null'),
    cancel: () => reader?.cancel(),
  };
}

beforeEach(() => {
  now = 0;
  timers = new Set();
  listeners = new Set();
  closing = new AbortController();
  app = new Hono();
  const logs = {
    onAppend(listener: (logs: readonly StoredLog[]) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  app.get('/tail', tailRoute({ logs, clock, closing: closing.signal }));
});

// Whatever a test does with its tail, nothing of it may stay.
afterEach(() => {
  closing.abort();
  expect({ timers: timers.size, listeners: listeners.size }).toEqual({ timers: 0, listeners: 0 });
  expect(getEventListeners(closing.signal, 'abort')).toEqual([]);
});

describe('tailRoute', () => {
  it('tells of the lines that a query finds, several at once, with the labels of each', async () => {
    const tail = await openTail('{app="a"} |= "x" | trace_id=~"1?"');
    expect(await tail.next()).toBe('event: open\ndata: {}\n\n');
    stored(log('x1', { metadata: { trace_id: '1' } }), log('y'), log('x', { labels: { app: 'b' } }));
    stored(log('x2', { timeNs: 6n }), log('x3', { metadata: { trace_id: '2' } }));
    advance(200);
    expect(await tail.next()).toBe(
      `event: entries\ndata: ${JSON.stringify({
        entries: [
          { labels: { app: 'a', trace_id: '1' }, timeNs: '5', line: 'x1' },
          { labels: { app: 'a' }, timeNs: '6', line: 'x2' },
        ],
        dropped: 0,
      })}\n\n`,
    );
  });

  it('says something every now and then, so that the connection is known to live', async () => {
    const tail = await openTail('{app="a"}');
    await tail.next();
    advance(15_000);
    expect(await tail.next()).toBe(': keep-alive\n\n');
  });

  it('keeps a bounded number of lines for who does not read, and counts the others', async () => {
    const tail = await openTail('{app="a"}');
    stored(...Array.from({ length: 1200 }, (_, index) => log(`line ${index}`)));
    // One event more waits in the body than it may hold; what comes then waits in the tail.
    for (let index = 0; index < 10; index += 1) {
      advance(200);
      stored(log(`later ${index}`));
    }
    advance(200);
    await tail.next();
    const first = await tail.nextEvent();
    expect([first.entries.length, first.dropped]).toEqual([1000, 200]);
    const rest: string[] = [];
    while (rest.at(-1) !== 'later 9') {
      const reading = tail.nextEvent();
      advance(200);
      rest.push(...(await reading).entries.map(({ line }: { readonly line: string }) => line));
    }
    expect(rest).toEqual(Array.from({ length: 10 }, (_, index) => `later ${index}`));
  });

  it('drops lines of many bytes that nobody reads', async () => {
    const tail = await openTail('{app="a"}');
    await tail.next();
    stored(log('x'.repeat(900_000)), log('y'.repeat(200_000)), log('z'));
    advance(200);
    const { entries, dropped } = await tail.nextEvent();
    expect([entries.length, dropped]).toEqual([2, 1]);
  });

  it('counts the labels of a line with it', async () => {
    const tail = await openTail('{app="a"}');
    await tail.next();
    const long = 'x'.repeat(300_000);
    stored(log('1', { labels: { app: 'a', long } }), log('2', { metadata: { one: long, two: long } }), log('3'));
    stored(log('4', { metadata: { long } }), log('5'));
    advance(200);
    const { entries, dropped } = await tail.nextEvent();
    expect([entries.map(({ line }: { readonly line: string }) => line), dropped]).toEqual([['1', '2', '3', '5'], 1]);
  });

  it('ends with the client, in whichever way it goes, and with the server', async () => {
    const cancelled = await openTail('{app="a"}');
    await cancelled.cancel();
    expect(listeners.size).toBe(0);
    const controller = new AbortController();
    const aborted = await openTail('{app="a"}', { signal: controller.signal });
    controller.abort();
    await aborted.next();
    expect([listeners.size, await aborted.next()]).toEqual([0, undefined]);
    const closed = await openTail('{app="a"}');
    closing.abort();
    await closed.next();
    expect([listeners.size, await closed.next()]).toEqual([0, undefined]);
    const late = await openTail('{app="a"}');
    await late.next();
    expect(await late.next()).toBeUndefined();
  });

  it.each(['', '{}', '{app=', '{app="a"} | json'])('refuses %j', async (query) => {
    const response = await app.request(`/tail?query=${encodeURIComponent(query)}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errorType: 'bad_data',
      error: expect.stringContaining('parse error'),
    });
  });

  it('answers HEAD without a tail', async () => {
    const response = await app.request('/tail?query={app="a"}', { method: 'HEAD' });
    expect([response.status, listeners.size]).toEqual([200, 0]);
  });
});
