import { compress } from 'snappyjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFullApp, type FullApp } from '../testing/createFullApp.ts';

const BODIES: readonly (readonly [what: string, body: BodyInit])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a list of nulls', '[null, null]'],
  ['a number', '1e400'],
  ['a text', '"\\u0000"'],
  ['broken JSON', '{"a":'],
  ['a field named __proto__', '{"__proto__": {"admin": true}, "id": "__proto__", "name": "__proto__"}'],
  [
    'fields of the wrong types',
    '{"id": {}, "name": [], "widgets": 1, "labels": "x", "matchers": {}, "record": 1, "define": {}}',
  ],
  ['deep nesting', `${'['.repeat(2000)}${']'.repeat(2000)}`],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a, 0xff])],
];
const TYPES = ['application/json', 'application/x-protobuf', 'text/plain', ''];
const IDS = ['missing', '__proto__', '%2e%2e%2f', '%00', '%E0%A4%A', 'x'.repeat(3000)];

let full: FullApp;

beforeAll(async () => {
  full = await createFullApp();
});

afterAll(() => full.close());

/** The routes that a method reaches, each once. */
function routesOf(methods: readonly string[]): readonly (readonly [method: string, path: string])[] {
  const routes = full.app.routes.filter(({ method }) => methods.includes(method));
  const unique = new Map(routes.map(({ method, path }) => [`${method} ${path}`, [method, path] as const]));
  return [...unique.values()];
}

const withParameters = (path: string, id: string): string => path.replaceAll(/:\w+(?:\{[^}]*\})?/g, id);

/** Everything that a request could have changed. */
const state = (): string =>
  JSON.stringify([
    ...['alert-rules', 'alerts', 'dashboards', 'incidents', 'keys', 'reports', 'rules', 'silences'].map((collection) =>
      full.documents.list(collection),
    ),
    full.store.stats().samples,
    full.store.metadata(),
  ]);

async function ask(method: string, path: string, init: RequestInit): Promise<string | undefined> {
  const before = state();
  const response = await full.app.request(path, { ...init, method });
  const text = await response.text();
  const { status } = response;
  if (status >= 500 && status !== 501) return `${status}: ${text.slice(0, 200)}`;
  if (status >= 400 && text.trim() === '' && method !== 'HEAD') return `${status} without a reason`;
  if (status >= 400 && state() !== before) return `${status}, and yet something changed`;
  return undefined;
}

describe('every route', () => {
  it('answers hostile bodies with a reason, and changes nothing that it refuses', async () => {
    const routes = routesOf(['POST', 'PUT', 'PATCH']);
    const faults: string[] = [];
    for (const [method, path] of routes) {
      for (const [what, body] of BODIES) {
        for (const type of TYPES) {
          const init = { body, headers: { 'content-type': type, 'if-match': '"1"' } };
          const fault = await ask(method, withParameters(path, 'missing'), init);
          if (fault !== undefined) faults.push(`${method} ${path} with ${what} as ${type}: ${fault}`);
        }
      }
    }
    expect(routes.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    expect(full.errors).toEqual([]);
  });

  it('reads no body without end', async () => {
    const isEndless: string[] = [];
    for (const [method, path] of routesOf(['POST', 'PUT', 'PATCH'])) {
      for (const type of [...TYPES, 'application/x-www-form-urlencoded']) {
        let sent = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            sent += 1;
            // No route takes 64 MiB.
            if (sent > 64) controller.close();
            else controller.enqueue(new Uint8Array(1024 * 1024).fill(97));
          },
        });
        const init = { method, body, duplex: 'half', headers: { 'content-type': type, 'if-match': '"1"' } };
        const response = await full.app.request(withParameters(path, 'missing'), init as RequestInit);
        await response.text();
        if (sent > 64) isEndless.push(`${method} ${path} as ${type}`);
      }
    }
    expect(isEndless).toEqual([]);
  });

  it.each([
    ['/v1/metrics', 'application/x-protobuf'],
    ['/v1/logs', 'application/x-protobuf'],
    ['/loki/api/v1/push', 'application/x-protobuf'],
    ['/api/v1/write', 'application/x-protobuf'],
    ['/v1/metrics', 'application/json'],
    ['/v1/logs', 'application/json'],
    ['/loki/api/v1/push', 'application/json'],
    ['/api/metrics', 'application/json'],
  ])('refuses on %s, as %s, millions of empty parts before it makes them', async (path, type) => {
    const isBinary = type !== 'application/json';
    const parts = isBinary
      ? Buffer.alloc(4_000_000, Buffer.from([0x0a, 0]))
      : Buffer.from(`{"resourceMetrics":[${'{},'.repeat(2_100_000)}{}]}`);
    const isSnappy = isBinary && !path.startsWith('/v1/');
    const body = isSnappy ? Buffer.from(compress(parts)) : parts;
    const headers = { 'content-type': type, ...(isSnappy ? { 'content-encoding': 'snappy' } : {}) };
    const response = await full.app.request(path, { method: 'POST', body, headers });
    expect(await response.text()).toMatch(/more than \d+ (?:fields|values); send it in smaller parts/);
    expect(response.status).toBe(isBinary ? 400 : 413);
  });

  it('answers hostile parameters with a reason', async () => {
    const faults: string[] = [];
    for (const [method, path] of routesOf(['GET', 'DELETE'])) {
      // It never ends for one who asks it the right thing.
      if (path === '/api/v1/live' || path === '/api/v1/logs/tail') continue;
      for (const id of IDS) {
        const query = '?query=%7B&match[]=%7B&limit=-1&start=x&end=%00&time=&step=0&filter=%7B&status=x&active=maybe';
        for (const suffix of ['', query]) {
          const fault = await ask(method, `${withParameters(path, id)}${suffix}`, {});
          if (fault !== undefined) faults.push(`${method} ${path} with ${id.slice(0, 20)}${suffix}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(full.errors).toEqual([]);
  });
});
