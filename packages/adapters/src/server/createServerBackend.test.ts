import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, LiveState, MetricSubscription } from '@glasspane/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createServerBackend } from './createServerBackend.ts';

/** Real timers, a hundred times faster, so that reconnecting and silence take no time. */
const fastClock = (): Clock => ({
  now: () => Date.now() * 100,
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs / 100);
    return () => clearTimeout(timer);
  },
});

/** The same, and the pauses that were asked for; without the watchdogs of connections. */
function watchedClock() {
  const clock = fastClock();
  const pauses: number[] = [];
  const watched: Clock = {
    ...clock,
    setTimeout(callback, delayMs) {
      if (delayMs !== 45_000) pauses.push(delayMs);
      return clock.setTimeout(callback, delayMs);
    },
  };
  return { clock: watched, pauses };
}

interface LiveRequest {
  readonly selectors: readonly string[];
  readonly authorization: string | undefined;
  readonly response: ServerResponse;
  isClosed: boolean;
}

type Handler = (request: LiveRequest) => void;

const openStream: Handler = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('event: open\ndata: {}\n\n');
};

const servers: Server[] = [];

/** A real HTTP server with nothing but the live channel. */
async function startLiveServer(handler: Handler = openStream) {
  const requests: LiveRequest[] = [];
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const { searchParams } = new URL(incoming.url ?? '', 'http://localhost');
    const { authorization } = incoming.headers;
    const request: LiveRequest = {
      selectors: searchParams.getAll('match[]'),
      authorization,
      response,
      isClosed: false,
    };
    response.on('close', () => {
      request.isClosed = true;
    });
    requests.push(request);
    handler(request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const samples = (timeMs: number, ...indexes: number[]): string =>
  `event: samples\ndata: ${JSON.stringify({ t: timeMs, m: indexes })}\n\n`;

/** A subscription that writes down what it hears. */
function listener(metric: string) {
  const heard: (number | LiveState)[] = [];
  const subscription: MetricSubscription = {
    selectors: [[{ name: '__name__', operator: '=', value: metric }]],
    onSamples: ({ timeMs }) => heard.push(timeMs),
    onState: (state) => heard.push(state),
  };
  return { heard, subscription };
}

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000, interval: 5 });

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('the live channel of createServerBackend', () => {
  it('serves all subscriptions over one request, each with what it asked for', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const [a, b] = [listener('a'), listener('b')];
    const undo = [subscribe?.(a.subscription), subscribe?.(b.subscription)];
    await eventually(() => expect(b.heard).toContain('open'));
    requests[0]?.response.write(`: keep-alive\n\n${samples(1000, 0)}${samples(2000, 1)}${samples(3000, 0, 1)}`);
    await eventually(() => expect(b.heard).toContain(3000));
    expect(requests.map(({ selectors }) => selectors)).toEqual([['a', 'b']]);
    expect(a.heard).toEqual(['connecting', 'open', 1000, 3000]);
    expect(b.heard).toEqual(['connecting', 'open', 2000, 3000]);
    for (const end of undo) end?.();
  });

  it('opens nothing before the first subscriber and closes with the last', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const [a, b] = [listener('a'), listener('b')];
    const [endA, endB] = [subscribe?.(a.subscription), subscribe?.(b.subscription)];
    await eventually(() => expect(a.heard).toContain('open'));
    endA?.();
    requests[0]?.response.write(samples(1000, 0, 1));
    await eventually(() => expect(b.heard).toContain(1000));
    expect(requests.map(({ isClosed }) => isClosed)).toEqual([false]);
    endB?.();
    await eventually(() => expect(requests[0]?.isClosed).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).toHaveLength(1);
    expect([a.heard, b.heard]).toEqual([
      ['connecting', 'open'],
      ['connecting', 'open', 1000],
    ]);
  });

  it('takes a new selector by a new request, and closes the old one only when the new one is open', async () => {
    const pending: LiveRequest[] = [];
    const { url, requests } = await startLiveServer((request) => {
      if (request.selectors.length === 1) openStream(request);
      else pending.push(request);
    });
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const [a, b] = [listener('a'), listener('b')];
    const undo = [subscribe?.(a.subscription)];
    await eventually(() => expect(a.heard).toContain('open'));
    undo.push(subscribe?.(b.subscription));
    await eventually(() => expect(pending).toHaveLength(1));
    requests[0]?.response.write(samples(1000, 0));
    await eventually(() => expect(a.heard).toContain(1000));
    for (const request of pending) openStream(request);
    await eventually(() => expect(requests.map(({ isClosed }) => isClosed)).toEqual([true, false]));
    requests[1]?.response.write(samples(2000, 0, 1));
    await eventually(() => expect(b.heard).toContain(2000));
    expect(a.heard).toEqual(['connecting', 'open', 1000, 2000]);
    for (const end of undo) end?.();
  });

  it('needs no new request for a selector that it already has', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const [first, second] = [listener('a'), listener('a')];
    const undo = [subscribe?.(first.subscription)];
    await eventually(() => expect(first.heard).toContain('open'));
    undo.push(subscribe?.(second.subscription));
    await eventually(() => expect(second.heard).toEqual(['connecting', 'open']));
    expect(requests).toHaveLength(1);
    for (const end of undo) end?.();
  });

  it('comes back when the stream breaks, with headers asked anew', async () => {
    const { url, requests } = await startLiveServer();
    let token = 0;
    const headers = (): HeadersInit => {
      token += 1;
      return { authorization: `Bearer ${token}` };
    };
    const { subscribe } = createServerBackend({ url, clock: fastClock(), headers }).metrics;
    const { heard, subscription } = listener('a');
    const end = subscribe?.(subscription);
    await eventually(() => expect(heard).toContain('open'));
    requests[0]?.response.destroy();
    await eventually(() => expect(heard).toEqual(['connecting', 'open', 'lost', 'open']));
    expect(requests.map(({ authorization }) => authorization)).toEqual(['Bearer 1', 'Bearer 2']);
    end?.();
  });

  it('tries a server again that cannot answer now, ever later', async () => {
    let failures = 0;
    const { url } = await startLiveServer((request) => {
      failures += 1;
      if (failures > 3) openStream(request);
      else request.response.writeHead(503).end();
    });
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const { heard, subscription } = listener('a');
    const end = subscribe?.(subscription);
    await eventually(() => expect(heard).toEqual(['connecting', 'lost', 'open']));
    end?.();
  });

  it('waits five seconds at most between two tries, however long the server is away', async () => {
    const { url, requests } = await startLiveServer(({ response }) => response.writeHead(503).end());
    const { clock, pauses } = watchedClock();
    const { subscribe } = createServerBackend({ url, clock }).metrics;
    const end = subscribe?.(listener('a').subscription);
    await eventually(() => expect(requests.length).toBeGreaterThan(8));
    end?.();
    expect(Math.max(...pauses)).toBeGreaterThan(2000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5000);
  });

  it('heeds a server that asks for patience, but for a minute at most', async () => {
    const { url, requests } = await startLiveServer(({ response }) => {
      // Longer than timers can wait, which then fire at once.
      response.writeHead(503, { 'retry-after': '99999999' }).end();
    });
    const { clock, pauses } = watchedClock();
    const { subscribe } = createServerBackend({ url, clock }).metrics;
    const end = subscribe?.(listener('a').subscription);
    await eventually(() => expect(requests).toHaveLength(3));
    end?.();
    expect(Math.max(...pauses)).toBeGreaterThan(55_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
  });

  it('does not wait for a clock that was set back', async () => {
    let setBackMs = 0;
    const fast = fastClock();
    const clock: Clock = { ...fast, now: () => fast.now() - setBackMs };
    const { url, requests } = await startLiveServer(({ response }) => response.writeHead(503).end());
    const { subscribe } = createServerBackend({ url, clock }).metrics;
    const first = listener('a');
    const undo = [subscribe?.(first.subscription)];
    await eventually(() => expect(first.heard).toContain('lost'));
    setBackMs = 3_600_000;
    const count = requests.length;
    undo.push(subscribe?.(listener('b').subscription));
    await eventually(() => expect(requests.length).toBeGreaterThan(count));
    for (const end of undo) end?.();
  });

  it('gives a silent connection up', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const { heard, subscription } = listener('a');
    const end = subscribe?.(subscription);
    await eventually(() => expect(requests[0]?.isClosed).toBe(true));
    await eventually(() => expect(heard.slice(0, 4)).toEqual(['connecting', 'open', 'lost', 'open']));
    end?.();
  });

  it('stops when it is refused, and tries again with the next subscription', async () => {
    const { url, requests } = await startLiveServer(({ response }) => response.writeHead(404).end());
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const { heard, subscription } = listener('a');
    const undo = [subscribe?.(subscription)];
    await eventually(() => expect(heard).toEqual(['connecting', 'refused']));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(requests).toHaveLength(1);
    undo.push(subscribe?.(listener('b').subscription));
    await eventually(() => expect(requests).toHaveLength(2));
    for (const end of undo) end?.();
  });

  it('asks to hear of everything when the selectors would not fit into an address', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const listeners = Array.from({ length: 200 }, (_, at) => listener(`metric_with_a_rather_long_name_${at}_total`));
    const undo = listeners.map(({ subscription }) => subscribe?.(subscription));
    await eventually(() => expect(listeners[199]?.heard).toContain('open'));
    requests[0]?.response.write(samples(1000, 0));
    await eventually(() => expect(listeners.every(({ heard }) => heard.includes(1000))).toBe(true));
    expect(requests.map(({ selectors }) => selectors)).toEqual([['{__name__!=""}']]);
    for (const end of undo) end?.();
  });

  it('asks to hear of everything when the server does not take a selector', async () => {
    const { url, requests } = await startLiveServer((request) => {
      if (request.selectors.includes('bad')) {
        request.response.writeHead(400).end(JSON.stringify({ status: 'error', errorType: 'bad_data', error: 'no' }));
      } else openStream(request);
    });
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const [good, bad] = [listener('good'), listener('bad')];
    const undo = [subscribe?.(good.subscription), subscribe?.(bad.subscription)];
    await eventually(() => expect(good.heard).toContain('open'));
    requests[1]?.response.write(samples(1000, 0));
    await eventually(() => expect(good.heard).toEqual(['connecting', 'open', 1000]));
    for (const end of undo) end?.();
  });

  it('treats an event that it cannot read as a broken stream', async () => {
    const { url, requests } = await startLiveServer();
    const { subscribe } = createServerBackend({ url, clock: fastClock() }).metrics;
    const { heard, subscription } = listener('a');
    const end = subscribe?.(subscription);
    await eventually(() => expect(heard).toContain('open'));
    requests[0]?.response.write('event: samples\ndata: {"t":"now"}\n\n');
    await eventually(() => expect(heard.slice(0, 4)).toEqual(['connecting', 'open', 'lost', 'open']));
    end?.();
  });
});
