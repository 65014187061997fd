import type { Labels } from '@glasspane/promql';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { describe, expect, it } from 'vitest';
import { httpTraffic } from './httpTraffic.ts';
import { MetricRegistry } from './MetricRegistry.ts';

function setUp() {
  const registry = new MetricRegistry();
  let nowMs = 0;
  const app = new Hono();
  app.use(httpTraffic({ registry, stopwatch: () => nowMs, durationBuckets: [0.01, 0.1] }));
  app.use('/private/*', async (context, next) => {
    if (context.req.header('authorization') === undefined) return context.text('who are you', 401);
    return next();
  });
  app.get('/series/:name', (context) => context.json({ name: context.req.param('name') }));
  app.get('/slow', (context) => {
    nowMs += 50;
    return context.body(null, 204);
  });
  app.get('/broken', () => {
    throw new Error('broken');
  });
  app.get('/live', (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ data: 'hello' });
    }),
  );
  app.onError((_, context) => context.text('sorry', 500));
  const samplesOf = (name: string) =>
    registry
      .collect()
      .flatMap(({ samples }) =>
        samples.filter(({ labels }) => labels.__name__ === name).map(({ labels, value }) => [own(labels), value]),
      );
  return { app, samplesOf };
}

function own({ __name__, ...labels }: Labels): Labels {
  return labels;
}

describe('httpTraffic', () => {
  it('counts requests by the pattern of their route, never by their path', async () => {
    const { app, samplesOf } = setUp();
    await app.request('/series/a');
    await app.request('/series/b?x=1');
    await app.request('/broken');
    await app.request('/private/secret');
    await app.request('/no/such/path/1');
    await app.request('/no/such/path/2');
    await app.request('/series/a', { method: 'BREW' });
    expect(samplesOf('http_requests_total')).toEqual([
      [{ method: 'GET', route: '/series/:name', code: '200' }, 2],
      [{ method: 'GET', route: '/broken', code: '500' }, 1],
      [{ method: 'GET', route: '/private/*', code: '401' }, 1],
      [{ method: 'GET', route: 'unmatched', code: '404' }, 2],
      [{ method: 'other', route: 'unmatched', code: '404' }, 1],
    ]);
  });

  it('measures how long an answer takes', async () => {
    const { app, samplesOf } = setUp();
    await app.request('/slow');
    const labels = { method: 'GET', route: '/slow' };
    expect(samplesOf('http_request_duration_seconds_bucket')).toEqual([
      [{ ...labels, le: '0.01' }, 0],
      [{ ...labels, le: '0.1' }, 1],
      [{ ...labels, le: '+Inf' }, 1],
    ]);
    expect(samplesOf('http_request_duration_seconds_sum')).toEqual([[labels, 0.05]]);
  });

  it('measures the size of an answer once it has been read, and of one that says its length at once', async () => {
    const { app, samplesOf } = setUp();
    const response = await app.request('/series/abc');
    expect(samplesOf('http_response_size_bytes_sum')).toEqual([]);
    expect(await response.json()).toEqual({ name: 'abc' });
    await app.request('/slow');
    expect(samplesOf('http_response_size_bytes_sum')).toEqual([
      [{ method: 'GET', route: '/series/:name' }, '{"name":"abc"}'.length],
      [{ method: 'GET', route: '/slow' }, 0],
    ]);
  });

  it('keeps status and headers of an answer', async () => {
    const { app } = setUp();
    const response = await app.request('/series/abc');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  });

  it('lets a stream of events through untouched', async () => {
    const { app, samplesOf } = setUp();
    expect(await (await app.request('/live')).text()).toBe('data: hello\n\n');
    expect(samplesOf('http_response_size_bytes_count')).toEqual([]);
    expect(samplesOf('http_requests_total')).toEqual([[{ method: 'GET', route: '/live', code: '200' }, 1]]);
  });

  it('knows how many requests are being worked on', async () => {
    const { app, samplesOf } = setUp();
    let during: unknown;
    app.get('/look', (context) => {
      during = samplesOf('http_requests_in_flight');
      return context.text('');
    });
    await app.request('/look');
    expect([during, samplesOf('http_requests_in_flight')]).toEqual([[[{}, 1]], [[{}, 0]]]);
  });
});
