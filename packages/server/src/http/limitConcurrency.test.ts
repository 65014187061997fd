import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { limitConcurrency } from './limitConcurrency.ts';
import { waitedMs } from './waitedMs.ts';

/** What waits for its time. */
let timers: Set<() => void>;
let nowMs: number;
const clock = {
  now: () => nowMs,
  setTimeout(callback: () => void) {
    timers.add(callback);
    return () => timers.delete(callback);
  },
};

let app: Hono;
/** The requests that run, by name, and what ends each. */
let running: Map<string, () => void>;

beforeEach(() => {
  running = new Map();
  timers = new Set();
  nowMs = 0;
  app = new Hono();
  app.get('/:name', limitConcurrency({ maxRunning: 2, maxWaiting: 2, maxWaitMs: 60_000, clock }), async (c) => {
    const name = c.req.param('name');
    await new Promise<void>((resolve) => running.set(name, resolve));
    running.delete(name);
    if (name === 'broken') throw new Error('broken');
    return c.text(name, 200, { 'x-waited': String(waitedMs(c)) });
  });
  app.onError((_, c) => c.text('failed', 500));
});

async function ask(name: string, signal?: AbortSignal): Promise<number> {
  return (await app.request(`/${name}`, signal === undefined ? {} : { signal })).status;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const names = (): readonly string[] => [...running.keys()];

async function end(name: string): Promise<void> {
  running.get(name)?.();
  await settle();
}

describe('limitConcurrency', () => {
  it('lets so many run, the next wait in their order, and turns the others away', async () => {
    const answers = ['a', 'b', 'c', 'd'].map((name) => ask(name));
    await settle();
    expect(names()).toEqual(['a', 'b']);
    const refused = await app.request('/e');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    await end('b');
    expect(names()).toEqual(['a', 'c']);
    for (const name of ['a', 'c', 'd']) await end(name);
    expect(await Promise.all(answers)).toEqual([200, 200, 200, 200]);
    const next = ask('f');
    await settle();
    expect(names()).toEqual(['f']);
    await end('f');
    expect(await next).toBe(200);
  });

  it('says how long each has waited', async () => {
    const answers = ['a', 'b', 'c'].map(async (name) => (await app.request(`/${name}`)).headers.get('x-waited'));
    await settle();
    nowMs = 700;
    for (const name of ['a', 'b', 'c']) await end(name);
    expect(await Promise.all(answers)).toEqual(['0', '0', '700']);
  });

  it('gives the place of one that fails to the next', async () => {
    const answers = ['broken', 'b', 'c'].map((name) => ask(name));
    await settle();
    await end('broken');
    expect(names()).toEqual(['b', 'c']);
    for (const name of ['b', 'c']) await end(name);
    expect(await Promise.all(answers)).toEqual([500, 200, 200]);
  });

  it('forgets who goes while waiting', async () => {
    const client = new AbortController();
    const answers = [ask('a'), ask('b'), ask('gone', client.signal), ask('d')];
    await settle();
    client.abort();
    await settle();
    await end('a');
    expect(names()).toEqual(['b', 'd']);
    for (const name of ['b', 'd']) await end(name);
    expect(await Promise.all(answers)).toEqual([200, 200, 499, 200]);
  });

  it('turns away who has waited as long as a query may take', async () => {
    const answers = [ask('a'), ask('b'), ask('late'), ask('d')];
    await settle();
    const [expire] = timers;
    expire?.();
    const late = await answers[2];
    expect(late).toBe(503);
    for (const name of ['a', 'b', 'd']) await end(name);
    expect(await Promise.all(answers)).toEqual([200, 200, 503, 200]);
    expect(timers.size).toBe(0);
  });
});
