import { CancelledError, GlasspaneError } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { createPrometheusBackend, type PrometheusBackendOptions } from './createPrometheusBackend.ts';

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
  readonly headers: Record<string, string>;
}

type Answer = (sent: Sent, signal: AbortSignal | null | undefined) => Response | Promise<Response>;

const success = (data: unknown, more: object = {}): Response => Response.json({ status: 'success', data, ...more });
const emptyVector = (): Response => success({ resultType: 'vector', result: [] });

/** A backend over a `fetch` that answers by itself, and what was sent through it. */
function over(answer: Answer, options: Partial<PrometheusBackendOptions> = {}) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request: Sent = {
      method: init.method ?? 'GET',
      url,
      body: typeof init.body === 'string' ? init.body : undefined,
      headers: Object.fromEntries(new Headers(init.headers)),
    };
    sent.push(request);
    return answer(request, init.signal);
  };
  return { sent, backend: createPrometheusBackend({ url: 'https://prom.example/prefix/', fetch, ...options }) };
}

/** An answer whose body never ends, and a promise that resolves when its reader goes away. */
function endless(pauseMs = 0) {
  const chunk = new Uint8Array(pauseMs === 0 ? 1 << 20 : 1).fill(32);
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    controller.enqueue(chunk);
  };
  const answer = (status: number): Response => new Response(new ReadableStream({ pull, cancel: stop }), { status });
  return { answer, stopped };
}

const instant = { expr: 'up{a="b&c"}', timeMs: 1_700_000_000_123 };

describe('createPrometheusBackend', () => {
  it('asks for exemplars, and reads them with their labels', async () => {
    const { sent, backend } = over(() =>
      success([
        {
          seriesLabels: { __name__: 'request_seconds_bucket', le: '1' },
          exemplars: [{ labels: { trace_id: 'abc' }, value: '0.7', timestamp: 1700000000.5 }],
        },
      ]),
    );
    const request = { expr: 'request_seconds_bucket', startMs: 1_700_000_000_000, endMs: 1_700_000_060_000 };
    expect(await backend.metrics.queryExemplars?.(request)).toEqual([
      {
        labels: { __name__: 'request_seconds_bucket', le: '1' },
        exemplars: [{ labels: { trace_id: 'abc' }, value: 0.7, timeMs: 1_700_000_000_500 }],
      },
    ]);
    expect(sent[0]?.url).toBe('https://prom.example/prefix/api/v1/query_exemplars');
    expect(sent[0]?.body).toBe('query=request_seconds_bucket&start=1700000000&end=1700000060');
    const none = over(() => new Response(null, { status: 204 }));
    expect(await none.backend.metrics.queryExemplars?.({ ...request, expr: '1 + 1' })).toEqual([]);
    const broken = over(() => success([{ seriesLabels: {}, exemplars: [{ labels: {}, value: 7, timestamp: 1 }] }]));
    await expect(broken.backend.metrics.queryExemplars?.(request)).rejects.toThrow('data[0].exemplars[0]');
  });

  it('sends a query as a form, under the prefix of the address', async () => {
    const { sent, backend } = over(emptyVector, { timeoutMs: 5000 });
    await backend.metrics.queryInstant({ ...instant, limit: 10 });
    expect(sent).toEqual([
      {
        method: 'POST',
        url: 'https://prom.example/prefix/api/v1/query',
        body: 'query=up%7Ba%3D%22b%26c%22%7D&time=1700000000.123&timeout=5s&limit=10',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      },
    ]);
  });

  it('sends a query in the address where the host wants that', async () => {
    const { sent, backend } = over(() => success({ resultType: 'matrix', result: [] }), { method: 'GET' });
    await backend.metrics.queryRange({ expr: 'up', startMs: 1000, endMs: 61_500, stepMs: 15_000 });
    expect(sent).toEqual([
      {
        method: 'GET',
        url: 'https://prom.example/prefix/api/v1/query_range?query=up&start=1&end=61.5&step=15&timeout=30s',
        body: undefined,
        headers: { accept: 'application/json' },
      },
    ]);
  });

  it.each([403, 404, 405, 501])(
    'tries GET where POST is answered with %i, and stays with it once it works',
    async (status) => {
      const { sent, backend } = over(({ method }) =>
        method === 'POST' ? new Response('', { status }) : emptyVector(),
      );
      await backend.metrics.queryInstant(instant);
      await backend.metrics.queryInstant(instant);
      expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    },
  );

  it('reports what GET says where neither works', async () => {
    const { sent, backend } = over(() => new Response('', { status: 403 }));
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({ code: 'forbidden' });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('asks the host for headers anew each time', async () => {
    let token = 0;
    const headers = async (): Promise<HeadersInit> => {
      token += 1;
      return { authorization: `Bearer ${token}` };
    };
    const { sent, backend } = over(emptyVector, { headers });
    await backend.metrics.queryInstant(instant);
    await backend.metrics.queryInstant(instant);
    expect(sent.map((request) => request.headers.authorization)).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it('reports failing headers() of the host as missing credentials', async () => {
    const { backend } = over(emptyVector, { headers: () => Promise.reject(new Error('token service is down')) });
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({
      code: 'unauthorized',
      message: "The host's headers() failed: token service is down",
    });
  });

  it('passes warnings and infos on as notices', async () => {
    const answer = () =>
      success({ resultType: 'vector', result: [] }, { warnings: ['store is down'], infos: ['not a counter'] });
    const { notices } = await over(answer).backend.metrics.queryInstant(instant);
    expect(notices).toEqual([
      { severity: 'warning', message: 'store is down' },
      { severity: 'info', message: 'not a counter' },
    ]);
  });

  it('asks for series, labels, values and metadata', async () => {
    const { sent, backend } = over(({ url }) => {
      if (url.includes('/series')) return success([{ __name__: 'up', job: 'a' }, { __name__: 'down' }]);
      if (url.includes('/metadata')) {
        return success({
          b: [{ type: 'gaugehistogram', help: '', unit: '' }],
          a: [{ type: 'counter', help: 'A.', unit: 's' }],
        });
      }
      return success(['z', 'a', 'z']);
    });
    const { metrics } = backend;
    expect(await metrics.series({ limit: 1 })).toEqual([{ __name__: 'up', job: 'a' }]);
    expect(await metrics.labelNames({ selectors: ['up', 'down'], startMs: 1000, endMs: 2000 })).toEqual(['a', 'z']);
    expect(await metrics.labelValues('a/b', { selectors: ['up'] })).toEqual(['a', 'z']);
    expect(await metrics.metadata({ metric: 'a' })).toEqual([
      { name: 'a', type: 'counter', unit: 's', help: 'A.' },
      { name: 'b', type: 'histogram' },
    ]);
    expect(sent.map(({ method, url, body }) => `${method} ${url.slice(35)} ${body ?? ''}`)).toEqual([
      'POST series match%5B%5D=%7B__name__%21%3D%22%22%7D&limit=1',
      'POST labels match%5B%5D=up&match%5B%5D=down&start=1&end=2',
      'GET label/a%2Fb/values?match%5B%5D=up ',
      'GET metadata?metric=a ',
    ]);
  });

  it('rejects with CancelledError when the caller gives up, before and during the request', async () => {
    const never = over(() => new Promise<Response>(() => undefined));
    await expect(never.backend.metrics.queryInstant(instant, AbortSignal.abort())).rejects.toBeInstanceOf(
      CancelledError,
    );
    expect(never.sent).toEqual([]);
    const controller = new AbortController();
    const running = never.backend.metrics.queryInstant(instant, controller.signal);
    controller.abort();
    await expect(running).rejects.toBeInstanceOf(CancelledError);
  });

  it('gives up after the time-out and cancels the request', async () => {
    let seen: AbortSignal | null | undefined;
    const answer: Answer = (_, signal) => {
      seen = signal;
      return new Promise(() => undefined);
    };
    const { backend } = over(answer, { timeoutMs: 10 });
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({ code: 'timeout' });
    expect(seen?.aborted).toBe(true);
  });

  it('reports a failing network as unreachable, with the reason and what to check', async () => {
    const { backend } = over(() => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    });
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({
      code: 'unreachable',
      message:
        'Cannot reach https://prom.example/prefix (connect ECONNREFUSED 127.0.0.1:1). Check that the address is right and the ' +
        'server runs; in a browser also that the server allows requests from this page (CORS).',
    });
  });

  it('reports a web page that a proxy sends with status 200', async () => {
    const { backend } = over(() => new Response('<!doctype html><title>Log in</title>'));
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({
      code: 'bad_response',
      message: expect.stringContaining('it is a web page'),
    });
  });

  it.each(['', 'prometheus', 'ftp://x', 'javascript:alert(1)', 'https://u:p@x', 'https://x/?a=b', '//x'])(
    'refuses the address "%s"',
    (url) => {
      expect(() => createPrometheusBackend({ url })).toThrow(GlasspaneError);
    },
  );

  it('gives up an answer without end, and stops reading it', async () => {
    const { answer, stopped } = endless();
    const { backend } = over(() => answer(200));
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({
      code: 'too_many_samples',
      message:
        'The answer of https://prom.example/prefix is over 128 MB. Ask for a shorter time range, a longer step, or fewer series with matchers.',
    });
    await stopped;
  });

  it('reports a refusal without end by what it begins with', async () => {
    const { answer, stopped } = endless();
    const { backend } = over(() => answer(500));
    await expect(backend.metrics.queryInstant(instant)).rejects.toMatchObject({ code: 'internal' });
    await stopped;
  });

  it('stops reading when the caller gives up, also where fetch does not heed the signal', async () => {
    const { answer, stopped } = endless(1);
    const { backend } = over(() => answer(200));
    const controller = new AbortController();
    const query = backend.metrics.queryInstant(instant, controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(query).rejects.toBeInstanceOf(CancelledError);
    await stopped;
  });

  it('takes texts that are none for no texts', async () => {
    const odd = { toString: 1, valueOf: 1 };
    const { backend } = over(() => success({ resultType: 'vector', result: [] }, { warnings: [odd, 'w'], infos: odd }));
    expect((await backend.metrics.queryInstant(instant)).notices).toEqual([{ severity: 'warning', message: 'w' }]);
    const failing = over(() => Response.json({ status: 'error', errorType: odd, error: odd }, { status: 400 }));
    await expect(failing.backend.metrics.queryInstant(instant)).rejects.toMatchObject({ code: 'bad_query' });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('refuses a time-out of %d ms', (timeoutMs) => {
    expect(() => over(emptyVector, { timeoutMs })).toThrow(
      new GlasspaneError(
        'invalid',
        `timeoutMs must be more than 0 and at most 2147483647 (24 days), as timers are; it is ${timeoutMs}.`,
      ),
    );
  });

  it('takes a path, which the browser completes', async () => {
    const { sent, backend } = over(emptyVector, { url: '/prometheus/' });
    await backend.metrics.queryInstant(instant);
    expect(sent[0]?.url).toBe('/prometheus/api/v1/query');
  });

  it('gives two instances two ids', () => {
    const options = { url: 'https://prom.example' };
    expect(createPrometheusBackend(options).id).not.toBe(createPrometheusBackend(options).id);
    expect(createPrometheusBackend({ ...options, id: 'mine' }).id).toBe('mine');
  });
});
