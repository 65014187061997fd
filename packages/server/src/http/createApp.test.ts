import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { compress } from 'snappyjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveHub } from '../live/LiveHub.ts';
import { createLogger } from '../log/createLogger.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { openDuckDbStore } from '../store/openDuckDbStore.ts';
import { systemClock } from '../systemClock.ts';
import { createApp } from './createApp.ts';

const NOW = Math.floor(Date.now() / 60_000) * 60_000;
const S = NOW / 1000;

let folder: string;
let store: DuckDbStore;
let hub: LiveHub;
let app: Hono;
const closing = new AbortController();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-app-'));
  const log = createLogger('silent', () => undefined);
  store = await openDuckDbStore({ folder, log });
  hub = new LiveHub(store);
  app = createApp({
    parts: [],
    store,
    hub,
    log,
    clock: systemClock,
    version: '1.2.3',
    corsOrigins: ['https://app.example'],
    guard: (_, next) => next(),
    collectors: () => undefined,
    closing: closing.signal,
  });
  await store.append({
    samples: [0, 15, 30, 45, 60].flatMap((seconds) => [
      { labels: { __name__: 'up', job: 'api' }, timeMs: NOW - 60_000 + seconds * 1000, value: 1 },
      { labels: { __name__: 'up', job: 'web' }, timeMs: NOW - 60_000 + seconds * 1000, value: seconds / 7 },
    ]),
    metadata: [
      { name: 'up', type: 'gauge', help: 'Whether it is up.' },
      { name: 'requests_total', type: 'counter', help: 'Requests.', unit: 'requests' },
    ],
  });
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function get(path: string, parameters: readonly (readonly [string, string])[] = []) {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  const response = await app.request(`/api/v1${path}?${query}`);
  return { status: response.status, body: await response.json() };
}

async function post(path: string, parameters: readonly (readonly [string, string])[]) {
  const body = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  const response = await app.request(`/api/v1${path}`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

const badData = (error: string) => ({ status: 400, body: { status: 'error', errorType: 'bad_data', error } });
const success = (data: unknown) => ({ status: 200, body: { status: 'success', data } });

describe('queries', () => {
  it('answers an instant query as Prometheus does', async () => {
    const expected = success({
      resultType: 'vector',
      result: [
        { metric: { __name__: 'up', job: 'api' }, value: [S, '1'] },
        { metric: { __name__: 'up', job: 'web' }, value: [S, '8.571428571428571'] },
      ],
    });
    const parameters = [
      ['query', 'up'],
      ['time', String(S)],
    ] as const;
    expect(await get('/query', parameters)).toEqual(expected);
    expect(await post('/query', parameters)).toEqual(expected);
    expect(
      await get('/query', [
        ['query', 'up'],
        ['time', new Date(NOW).toISOString()],
      ]),
    ).toEqual(expected);
  });

  it('answers scalars, strings and range vectors', async () => {
    expect(
      await get('/query', [
        ['query', '1.5e-7'],
        ['time', '1.5'],
      ]),
    ).toEqual(success({ resultType: 'scalar', result: [1.5, '0.00000015'] }));
    expect(
      await get('/query', [
        ['query', '"a<b"'],
        ['time', '0'],
      ]),
    ).toEqual(success({ resultType: 'string', result: [0, 'a<b'] }));
    expect(
      await get('/query', [
        ['query', 'up{job="api"}[30s]'],
        ['time', String(S)],
      ]),
    ).toEqual(
      success({
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'up', job: 'api' },
            values: [
              [S - 15, '1'],
              [S, '1'],
            ],
          },
        ],
      }),
    );
  });

  it('answers a range query as Prometheus does', async () => {
    const range = [
      ['query', 'up{job="web"} * 7'],
      ['start', String(S - 45)],
      ['end', String(S)],
      ['step', '15s'],
    ] as const;
    expect(await get('/query_range', range)).toEqual(
      success({
        resultType: 'matrix',
        result: [
          {
            metric: { job: 'web' },
            values: [
              [S - 45, '15'],
              [S - 30, '30'],
              [S - 15, '45'],
              [S, '60'],
            ],
          },
        ],
      }),
    );
    expect(
      await get('/query_range', [
        ['query', 'absent_metric'],
        ['start', '0'],
        ['end', '1'],
        ['step', '1'],
      ]),
    ).toEqual(success({ resultType: 'matrix', result: [] }));
  });

  it('cuts a result at the limit and says so', async () => {
    const { body } = await get('/query', [
      ['query', 'up'],
      ['time', String(S)],
      ['limit', '1'],
    ]);
    expect(body.data.result.length).toBe(1);
    expect(body.warnings).toEqual(['results truncated due to limit']);
    expect(
      (
        await get('/query', [
          ['query', 'up'],
          ['time', String(S)],
          ['limit', '0'],
        ])
      ).body.warnings,
    ).toBeUndefined();
  });

  it.each([
    ['/query', [], 'invalid parameter "query": unknown position: parse error: no expression found in input'],
    [
      '/query',
      [
        ['query', 'up'],
        ['time', 'x'],
      ],
      `invalid parameter "time": invalid time value for 'time': cannot parse "x" to a valid timestamp`,
    ],
    [
      '/query',
      [
        ['query', 'up'],
        ['timeout', 'x'],
      ],
      'invalid parameter "timeout": cannot parse "x" to a valid duration',
    ],
    [
      '/query',
      [
        ['query', 'up'],
        ['limit', 'x'],
      ],
      'invalid parameter "limit": strconv.Atoi: parsing "x": invalid syntax',
    ],
    [
      '/query',
      [
        ['query', 'up'],
        ['limit', '-1'],
      ],
      'invalid parameter "limit": limit must be non-negative',
    ],
    ['/query_range', [['query', 'up']], 'invalid parameter "start": cannot parse "" to a valid timestamp'],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '2'],
        ['end', '1'],
        ['step', '1'],
      ],
      'invalid parameter "end": end timestamp must not be before start time',
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
        ['end', '2'],
        ['step', '0'],
      ],
      'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '0'],
        ['end', '11001'],
        ['step', '1'],
      ],
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    ],
    [
      '/query_range',
      [
        ['query', 'up[5m]'],
        ['start', '0'],
        ['end', '1'],
        ['step', '1'],
      ],
      'invalid parameter "query": invalid expression type "range vector" for range query, must be Scalar or instant Vector',
    ],
  ] as const)('refuses %s %j', async (path, parameters, error) => {
    expect(await get(path, parameters)).toEqual(badData(error));
  });

  it('answers 11,000 steps', async () => {
    const { status } = await get('/query_range', [
      ['query', 'up'],
      ['start', '0'],
      ['end', '11000'],
      ['step', '1'],
    ]);
    expect(status).toBe(200);
  });

  it('answers 422 when the evaluation fails', async () => {
    const { status, body } = await get('/query', [
      ['query', 'up * on() up'],
      ['time', String(S)],
    ]);
    expect({ status, errorType: body.errorType }).toEqual({ status: 422, errorType: 'execution' });
    expect(body.error).toMatch(/^found duplicate series for the match group/);
  });

  it('answers 503 when a query takes longer than allowed', async () => {
    const { status, body } = await get('/query', [
      ['query', 'up'],
      ['timeout', '0'],
    ]);
    expect({ status, body }).toEqual({
      status: 503,
      body: { status: 'error', errorType: 'timeout', error: 'query timed out in expression evaluation' },
    });
  });

  it('formats queries and has no exemplars', async () => {
    expect(await get('/format_query', [['query', 'sum(up)by(job)']])).toEqual(success('sum by (job) (up)'));
    expect(await get('/query_exemplars', [['query', 'up']])).toEqual(success([]));
  });
});

describe('labels, series and metadata', () => {
  it('lists what there is, by GET and POST', async () => {
    expect(await get('/labels')).toEqual(success(['__name__', 'job']));
    expect(
      await post('/labels', [
        ['match[]', 'up{job="api"}'],
        ['start', String(S - 3600)],
      ]),
    ).toEqual(success(['__name__', 'job']));
    expect(await get('/label/job/values')).toEqual(success(['api', 'web']));
    expect(await get('/label/job/values', [['match[]', '{job=~"w.*"}']])).toEqual(success(['web']));
    expect(await get('/label/U__job/values')).toEqual(success(['api', 'web']));
    expect(await get('/label/nobody/values')).toEqual(success([]));
    const series = success([{ __name__: 'up', job: 'web' }]);
    expect(await get('/series', [['match[]', 'up{job="web"}']])).toEqual(series);
    expect(
      await post('/series', [
        ['match[]', 'up{job="web"}'],
        ['match[]', '{job="web"}'],
      ]),
    ).toEqual(series);
    expect(
      await get('/series', [
        ['match[]', 'up'],
        ['end', '1000'],
      ]),
    ).toEqual(success([]));
  });

  it('cuts lists at the limit and says so', async () => {
    expect(await get('/label/job/values', [['limit', '1']])).toEqual({
      status: 200,
      body: { status: 'success', data: ['api'], warnings: ['results truncated due to limit'] },
    });
    expect(await get('/label/job/values', [['limit', '2']])).toEqual(success(['api', 'web']));
  });

  it.each([
    ['/series', [], 'no match[] parameter provided'],
    [
      '/series',
      [['match[]', '{job=~".*"}']],
      'invalid parameter "match[]": match[] must contain at least one non-empty matcher',
    ],
    ['/labels', [['match[]', '{}']], 'match[] must contain at least one non-empty matcher'],
    [
      '/labels',
      [['start', 'x']],
      `invalid parameter "start": invalid time value for 'start': cannot parse "x" to a valid timestamp`,
    ],
  ] as const)('refuses %s %j', async (path, parameters, error) => {
    expect(await get(path, parameters)).toEqual(badData(error));
  });

  it('tells what is known of metrics', async () => {
    expect(await get('/metadata')).toEqual(
      success({
        requests_total: [{ type: 'counter', help: 'Requests.', unit: 'requests' }],
        up: [{ type: 'gauge', help: 'Whether it is up.', unit: '' }],
      }),
    );
    expect(await get('/metadata', [['metric', 'up']])).toEqual(
      success({ up: [{ type: 'gauge', help: 'Whether it is up.', unit: '' }] }),
    );
    expect(await get('/metadata', [['limit', 'x']])).toEqual(badData('limit must be a number'));
    expect(Object.keys((await get('/metadata', [['limit', '1']])).body.data)).toEqual(['requests_total']);
  });

  it('tells its version and its targets', async () => {
    expect((await get('/status/buildinfo')).body.data).toMatchObject({ version: '3.0.0', application: 'Glasspane' });
    expect(await get('/targets')).toEqual(success({ activeTargets: [], droppedTargets: [], droppedTargetCounts: {} }));
  });
});

describe('HTTP', () => {
  it('answers unknown paths and methods with JSON', async () => {
    const missing = await app.request('/api/v1/nothing');
    expect([missing.status, await missing.json()]).toEqual([
      404,
      { status: 'error', errorType: 'not_found', error: 'there is nothing at /api/v1/nothing' },
    ]);
    const wrong = await app.request('/api/v1/query', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
  });

  it('answers HEAD without a body, and OPTIONS with what is allowed', async () => {
    const head = await app.request('/api/v1/labels', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const options = await app.request('/api/v1/query', {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:5173' },
    });
    expect([
      options.status,
      options.headers.get('access-control-allow-origin'),
      options.headers.get('access-control-allow-methods'),
    ]).toEqual([204, 'http://localhost:5173', 'GET, POST, PUT, DELETE, OPTIONS']);
  });

  it.each([
    ['http://localhost:4400', true],
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
    ['https://app.example', true],
    ['https://evil.example', false],
    ['http://localhost.evil.example', false],
    ['null', false],
  ])('lets pages of %s read: %s', async (origin, isAllowed) => {
    const { headers } = await app.request('/api/v1/labels', { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null);
    expect(headers.get('vary')).toContain('Origin');
  });

  it('compresses long answers for those who take it', async () => {
    const path = `/api/v1/query_range?query=up&start=${S - 60}&end=${S}&step=1`;
    const plain = await app.request(path);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await app.request(path, { headers: { 'accept-encoding': 'br, gzip;q=0.8' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text());
    const short = await app.request('/api/v1/labels', { headers: { 'accept-encoding': 'gzip' } });
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  it('refuses bodies over the limit', async () => {
    const body = new URLSearchParams({ query: 'x'.repeat(11 * 1024 * 1024) });
    const response = await app.request('/api/v1/query', { method: 'POST', body });
    expect([response.status, (await response.json()).errorType]).toEqual([413, 'bad_data']);
  });

  it('says that it is healthy and ready', async () => {
    for (const path of ['/-/healthy', '/-/ready']) expect((await app.request(path)).status).toBe(200);
  });
});

describe('remote write', () => {
  const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' };
  const write = async (body: Uint8Array, more: Record<string, string> = {}) => {
    const response = await app.request('/api/v1/write', {
      method: 'POST',
      headers: { ...headers, ...more },
      body: Buffer.from(body),
    });
    return [response.status, await response.text()];
  };

  it('refuses what is no request, with the reason', async () => {
    expect(await write(Buffer.from('nonsense'))).toEqual([400, expect.stringMatching(/\S/)]);
    expect(await write(compress(Buffer.from([0x0a, 0xff])))).toEqual([400, expect.stringMatching(/\S/)]);
    expect(await write(compress(Buffer.alloc(0)), { 'content-type': 'application/json' })).toEqual([
      415,
      'the content type "application/json" is not supported; send application/x-protobuf\n',
    ]);
    expect(await write(Buffer.alloc(0), { 'content-encoding': 'zstd' })).toEqual([
      415,
      'the content encoding "zstd" is not supported; send snappy\n',
    ]);
    expect(
      await write(Buffer.alloc(0), { 'content-type': 'application/x-protobuf;proto=io.prometheus.write.v2.Request' }),
    ).toEqual([415, expect.stringContaining('remote write 1.0')]);
  });

  it('refuses a bomb by the length it states', async () => {
    const bomb = Buffer.from([0xff, 0xff, 0xff, 0x7f, 0x00]);
    expect(await write(bomb)).toEqual([400, expect.stringContaining('too big')]);
  });
});

describe('live channel', () => {
  it('refuses what is no selector', async () => {
    expect(await get('/live')).toEqual(badData('no match[] parameter provided'));
    const { status, body } = await get('/live', [['match[]', '{']]);
    expect([status, body.errorType]).toEqual([400, 'bad_data']);
  });

  it('tells which selectors got samples, and ends with its client', async () => {
    const controller = new AbortController();
    const query = new URLSearchParams([
      ['match[]', 'live{a="1"}'],
      ['match[]', 'nothing'],
      ['match[]', 'live'],
    ]);
    const response = await app.request(`/api/v1/live?${query}`, { signal: controller.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(hub.subscriptionCount).toBe(1);
    const reader = response.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toBe('event: open\ndata: {}\n\n');
    await store.append({ samples: [{ labels: { __name__: 'other' }, timeMs: NOW, value: 1 }] });
    await store.append({ samples: [{ labels: { __name__: 'live', a: '1' }, timeMs: NOW, value: 1 }] });
    expect(await next()).toBe(`event: samples\ndata: {"t":${NOW},"m":[0,2]}\n\n`);
    controller.abort();
    expect((await reader?.read())?.done).toBe(true);
    expect(hub.subscriptionCount).toBe(0);
  });
});
