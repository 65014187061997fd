import type { Dashboard, GlasspaneError } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { createServerBackend, type ServerBackend } from './createServerBackend.ts';

interface Sent {
  readonly method: string | undefined;
  readonly path: string;
  readonly json: unknown;
  readonly ifMatch: string | null;
}

/** Makes a backend whose server gives one answer to everything, and writes down what it was asked. */
function backendOf(answer: () => Response | Promise<Response>): ServerBackend & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const backend = createServerBackend({
    url: 'http://server',
    fetch: async (url, { method, body, headers }) => {
      const json = typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
      sent.push({
        method,
        path: url.slice('http://server'.length),
        json,
        ifMatch: new Headers(headers).get('if-match'),
      });
      return answer();
    },
  });
  return { ...backend, sent };
}

const success = (data: unknown) => (): Response => Response.json({ status: 'success', data });
const failure =
  (status: number, errorType: string, error: string, headers: HeadersInit = {}) =>
  (): Response =>
    Response.json({ status: 'error', errorType, error }, { status, headers });

const dashboard: Dashboard = {
  schemaVersion: 1,
  id: 'a/b',
  name: 'A',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [],
};

describe('requests', () => {
  it('carry ids as one part of the path, and the revision that a change began from', async () => {
    const { dashboards, sent } = backendOf(success({ dashboard, revision: 4, updatedMs: 1 }));
    expect(await dashboards.update(dashboard, 3)).toEqual({ dashboard, revision: 4, updatedMs: 1 });
    await dashboards.get('..');
    expect(sent).toEqual([
      { method: 'PUT', path: '/api/v1/dashboards/a%2Fb', json: dashboard, ifMatch: '"3"' },
      { method: 'GET', path: '/api/v1/dashboards/%2E%2E', json: undefined, ifMatch: null },
    ]);
  });

  it('define and record in the form of the server', async () => {
    const { sink, sent } = backendOf(success({ defined: 1, recorded: 1 }));
    await sink.define({ name: 'q', type: 'gauge' });
    await sink.record([{ labels: { __name__: 'q', queue: 'mail' }, timeMs: 5, value: 42 }]);
    expect(sent.map(({ path, json }) => [path, json])).toEqual([
      ['/api/metrics', { define: [{ name: 'q', type: 'gauge' }] }],
      ['/api/metrics', { record: [{ name: 'q', value: 42, labels: { queue: 'mail' }, timeMs: 5 }] }],
    ]);
    const nan = [{ labels: { __name__: 'q' }, timeMs: 5, value: Number.NaN }];
    await expect(sink.record(nan)).rejects.toMatchObject({ code: 'invalid' });
    expect(sent).toHaveLength(2);
  });

  it('filter alerts as Alertmanager does, and escape what is quoted', async () => {
    const { alerts, sent } = backendOf(success({ alerts: [] }));
    await alerts.list({ matchers: [{ name: 'path', operator: '!~', value: 'a"b\\d' }] }).catch(() => undefined);
    const [filter] = sent.flatMap(({ path }) => new URL(path, 'http://x').searchParams.getAll('filter'));
    expect(filter).toBe(String.raw`path!~"a\"b\\d"`);
  });
});

describe('errors', () => {
  it.each<[string, () => Response, Partial<GlasspaneError>]>([
    [
      'bad input',
      failure(400, 'bad_data', 'name: expected string'),
      { code: 'invalid', message: 'name: expected string' },
    ],
    [
      'a change of others',
      failure(409, 'conflict', 'revision 4 is newer'),
      { code: 'conflict', message: 'revision 4 is newer' },
    ],
    ['a missing thing', failure(404, 'not_found', 'There is none.'), { code: 'not_found', message: 'There is none.' }],
    ['a server without this', () => new Response('nothing', { status: 404 }), { code: 'not_found' }],
    ['a missing key', failure(401, 'unauthorized', 'no key'), { code: 'unauthorized' }],
    ['a key of less', failure(403, 'forbidden', 'needs edit'), { code: 'forbidden' }],
    [
      'too fast',
      failure(429, 'rate_limited', 'slow', { 'retry-after': '7' }),
      { code: 'rate_limited', retryAfterMs: 7000 },
    ],
    ['a lack', failure(501, 'unsupported', 'no mail server'), { code: 'unsupported', message: 'no mail server' }],
    ['a full disk', failure(503, 'unavailable', 'disk full'), { code: 'unavailable' }],
    ['a fault', failure(500, 'internal', 'oops'), { code: 'internal' }],
    ['a proxy', () => new Response('<title>Bad gateway</title>', { status: 502 }), { code: 'unavailable' }],
    ['a login page', () => new Response('<html>', { status: 200 }), { code: 'bad_response' }],
    ['another envelope', () => Response.json({ ok: true }), { code: 'bad_response' }],
  ])('tell of %s', async (_, answer, expected) => {
    await expect(backendOf(answer).dashboards.get('a')).rejects.toMatchObject(expected);
  });

  it('tell of no server, and of a caller who gave up', async () => {
    const gone = backendOf(() => Promise.reject(new TypeError('fetch failed')));
    await expect(gone.reports.list()).rejects.toMatchObject({ code: 'unreachable' });
    await expect(gone.reports.list(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('answers that are not what they should be', () => {
  const calls: readonly (readonly [name: string, call: (backend: ServerBackend) => Promise<unknown>])[] = [
    ['dashboards', ({ dashboards }) => dashboards.list()],
    ['a dashboard', ({ dashboards }) => dashboards.get('a')],
    ['rules', ({ rules }) => rules.list()],
    ['rules to edit', (backend) => backend.rules.editor?.list() ?? Promise.resolve()],
    ['channels', (backend) => backend.rules.editor?.channels() ?? Promise.resolve()],
    ['alerts', ({ alerts }) => alerts.list({})],
    ['silences', ({ silences }) => silences.list()],
    ['incidents', ({ incidents }) => incidents.list({})],
    ['an incident', ({ incidents }) => incidents.acknowledge('a', 'anna')],
    ['reports', ({ reports }) => reports.list()],
    ['runs', ({ reports }) => reports.runs('a')],
  ];
  const wrong: readonly (readonly [name: string, data: unknown])[] = [
    ['a text', 'x'],
    ['a list of numbers', [1]],
    ['an object without fields', {}],
    ['nested junk', { groups: [{ rules: [{ type: 'alerting', name: 1 }] }], alerts: [{ state: 'odd' }] }],
  ];

  it.each(calls.flatMap(([name, call]) => wrong.map(([kind, data]) => [name, kind, call, data] as const)))(
    'of %s, %s, are refused as such',
    async (_name, _kind, call, data) => {
      await expect(call(backendOf(success(data)))).rejects.toMatchObject({ code: 'bad_response' });
    },
  );
});

describe('an exported file', () => {
  it.each([
    [`attachment; filename="a.pdf"; filename*=UTF-8''%C3%9Cbersicht.pdf`, 'Übersicht.pdf'],
    ['attachment; filename="System Overview.pdf"', 'System Overview.pdf'],
    ['attachment; filename="../../etc/passwd"', '-..-etc-passwd'],
    ['', 'dashboard.pdf'],
  ])('is named by %s', async (disposition, fileName) => {
    const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
    const { exporter, sent } = backendOf(() => new Response('%PDF-', { headers }));
    const file = await exporter.export({ dashboardId: 'a', format: 'pdf' });
    expect(file).toEqual({ fileName, contentType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-') });
    expect(sent[0]).toMatchObject({ path: '/api/v1/dashboards/a/export', json: { format: 'pdf' } });
  });
});
