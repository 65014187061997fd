import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleBatch } from '../store/SampleStore.ts';
import { LiveHub } from './LiveHub.ts';
import { liveRoute } from './liveRoute.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

let now: number;
let timers: Set<Timer>;
let announce: (batch: SampleBatch) => void;
let hub: LiveHub;
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

function sampled(labels: Labels, timeMs: number): void {
  announce({ samples: [{ labels, timeMs, value: 1 }] });
}

async function openChannel(query: string, init: RequestInit = {}) {
  const response = await app.request(`/live?${query}`, init);
  const reader = response.body?.getReader();
  return {
    async next(): Promise<string | undefined> {
      const chunk = await reader?.read();
      return chunk === undefined || chunk.done ? undefined : new TextDecoder().decode(chunk.value);
    },
    cancel: () => reader?.cancel(),
  };
}

beforeEach(() => {
  now = 0;
  timers = new Set();
  announce = () => undefined;
  hub = new LiveHub({
    onAppend(listener) {
      announce = listener;
      return () => {
        announce = () => undefined;
      };
    },
  });
  closing = new AbortController();
  app = new Hono();
  app.get('/live', liveRoute({ hub, clock, closing: closing.signal }));
});

// Whatever a test does with its channel, nothing of it may stay.
afterEach(() => {
  closing.abort();
  expect({ timers: timers.size, subscriptions: hub.subscriptionCount }).toEqual({ timers: 0, subscriptions: 0 });
});

const up: Labels = { __name__: 'up' };
const down: Labels = { __name__: 'down' };

describe('the live channel', () => {
  it('sends the first event at once and joins the others to at most four a second', async () => {
    const channel = await openChannel('match[]=up&match[]=down');
    expect(await channel.next()).toBe('event: open\ndata: {}\n\n');
    sampled(up, 10);
    expect(await channel.next()).toBe('event: samples\ndata: {"t":10,"m":[0]}\n\n');
    for (let time = 11; time < 200; time += 1) sampled(time % 2 === 0 ? up : down, time);
    advance(250);
    expect(await channel.next()).toBe('event: samples\ndata: {"t":199,"m":[0,1]}\n\n');
    await channel.cancel();
  });

  it('sends a comment every 15 seconds', async () => {
    const channel = await openChannel('match[]=up');
    await channel.next();
    for (let round = 0; round < 3; round += 1) {
      advance(15_000);
      expect(await channel.next()).toBe(': keep-alive\n\n');
    }
    await channel.cancel();
  });

  it('ends when the server stops', async () => {
    const channel = await openChannel('match[]=up');
    await channel.next();
    closing.abort();
    expect(await channel.next()).toBeUndefined();
  });

  it('ends with its client, although nobody else holds the request by then', async () => {
    const client = new AbortController();
    const channel = await openChannel('match[]=up', { signal: client.signal });
    await channel.next();
    await collectGarbage();
    client.abort();
    expect(hub.subscriptionCount).toBe(0);
    expect(await channel.next()).toBeUndefined();
  });

  it('leaves nothing of a channel that is gone with the signal that would have ended it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const channel = await openChannel('match[]=up');
      await channel.next();
      await channel.cancel();
    }
    // Where Node keeps the signals that `AbortSignal.any` made of this one, for as long as this one lives.
    const kept = Object.getOwnPropertySymbols(closing.signal).find(
      ({ description }) => description === 'kDependantSignals',
    );
    const dependants: unknown = kept === undefined ? undefined : Reflect.get(closing.signal, kept);
    expect({ listeners: getEventListeners(closing.signal, 'abort').length, dependants }).toEqual({
      listeners: 0,
      dependants: undefined,
    });
  });

  it('opens no channel for a server that stops already, nor for HEAD', async () => {
    expect((await app.request('/live?match[]=up', { method: 'HEAD' })).status).toBe(200);
    expect(hub.subscriptionCount).toBe(0);
    closing.abort();
    const channel = await openChannel('match[]=up');
    expect([await channel.next(), await channel.next()]).toEqual(['event: open\ndata: {}\n\n', undefined]);
  });

  it('does not write without end to a client that does not read', async () => {
    const channel = await openChannel('match[]=up');
    for (let round = 0; round < 1000; round += 1) {
      sampled(up, round);
      advance(250);
    }
    let events = 0;
    // What was written before the client stopped reading.
    while (events < 1000 && (await Promise.race([channel.next(), nothing()])) !== undefined) events += 1;
    expect(events).toBeLessThan(100);
    await channel.cancel();
  });

  it('tells a client that begins to read again of what it missed, as one event', async () => {
    const channel = await openChannel('match[]=up&match[]=down');
    for (let round = 0; round < 1000; round += 1) {
      sampled(up, round);
      advance(250);
    }
    sampled(down, 500);
    advance(250);
    const events: (string | undefined)[] = [];
    while (!events.at(-1)?.includes('"t":999') && events.length < 1000) events.push(await channel.next());
    expect(events.at(-1)).toBe('event: samples\ndata: {"t":999,"m":[0,1]}\n\n');
    expect(events.length).toBeLessThan(100);
    await channel.cancel();
  });
});

function nothing(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 50));
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let round = 0; round < 3; round += 1) {
    await nothing();
    collect();
  }
}
