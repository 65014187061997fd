import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentChange, DocumentStore, StoredDocument } from '../documents/DocumentStore.ts';
import { createKeyStore, type KeyStore } from './createKeyStore.ts';
import { type GuardOptions, guard } from './guard.ts';

/** Documents in memory only. */
function createDocuments(): DocumentStore {
  const kept = new Map<string, StoredDocument>();
  return {
    get: <TValue>(_: string, id: string) => kept.get(id) as StoredDocument<TValue> | undefined,
    list: <TValue>() => [...kept.values()] as StoredDocument<TValue>[],
    async apply(changes: readonly DocumentChange[]) {
      for (const { id, value } of changes) {
        if (value === undefined) kept.delete(id);
        else kept.set(id, { id, revision: 1, updatedMs: 0, value });
      }
      return [];
    },
  };
}

let keys: KeyStore;
let app: Hono;

function createGuarded(options: Partial<GuardOptions> = {}): Hono {
  const guarded = new Hono();
  guarded.use(guard({ keys, corsOrigins: [], allowedHosts: [], requireKey: false, ...options }));
  const answer = () => new Response('answered');
  guarded.get('/-/healthy', answer);
  guarded.get('/api/v1/query', answer);
  guarded.post('/api/v1/query', answer);
  guarded.post('/api/metrics', answer);
  guarded.put('/api/v1/dashboards/:id', answer);
  guarded.get('/api/v1/keys', answer);
  guarded.get('/forgotten', answer);
  guarded.all('/everything', answer);
  return guarded;
}

const LOOPBACK = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const ROUTES = [
  ['GET', '/-/healthy'],
  ['POST', '/api/metrics'],
  ['GET', '/api/v1/query'],
  ['POST', '/api/v1/query'],
  ['PUT', '/api/v1/dashboards/a'],
  ['GET', '/api/v1/keys'],
  ['GET', '/forgotten'],
  ['GET', '/everything'],
] as const;

async function ask(path: string, headers: Record<string, string> = {}, env: object = {}, method = 'GET') {
  const response = await app.request(path, { method, headers: { host: '127.0.0.1:4401', ...headers } }, env);
  const text = await response.text();
  const error: string = text.startsWith('{') ? JSON.parse(text).error : '';
  return { status: response.status, error, challenge: response.headers.get('www-authenticate') };
}

async function statuses(authorization: string): Promise<readonly number[]> {
  const answers = ROUTES.map(([method, path]) => ask(path, { authorization }, {}, method));
  return (await Promise.all(answers)).map(({ status }) => status);
}

beforeEach(() => {
  keys = createKeyStore(createDocuments(), { now: () => 5 });
  app = createGuarded();
});

describe('guard', () => {
  it.each([
    ['ingest', [200, 200, 403, 403, 403, 403, 403, 403]],
    ['read', [200, 403, 200, 200, 403, 403, 403, 403]],
    ['edit', [200, 403, 200, 200, 200, 403, 403, 403]],
    ['admin', [200, 200, 200, 200, 200, 200, 200, 200]],
  ] as const)('lets a key for %s do what it is for, and keeps forgotten routes for admins', async (scope, expected) => {
    const { key } = await keys.create('a', [scope]);
    expect(await statuses(`Bearer ${key}`)).toEqual(expected);
    expect(await statuses(`Basic ${btoa(`anybody:${key}`)}`)).toEqual(expected);
  });

  it('names the scope that is missing', async () => {
    const { key } = await keys.create('a', ['ingest', 'read']);
    const { error } = await ask('/api/v1/dashboards/a', { authorization: `bearer ${key}` }, {}, 'PUT');
    expect(error).toContain('the key has the scope ingest, read, and this needs edit');
  });

  it('says what to do where there is no key', async () => {
    const { status, error, challenge } = await ask('/api/v1/query');
    expect([status, challenge]).toEqual([401, 'Bearer realm="Glasspane"']);
    expect(error).toContain('there is no key in the request: send one as "Authorization: Bearer gp_…"');
  });

  it.each([
    '',
    'Bearer',
    'Bearer x',
    'Bearer gp_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'Basic !!!',
    'Negotiate x',
    'Basic ',
  ])('refuses "%s" from this machine as well', async (authorization) => {
    expect(await ask('/api/v1/query', { authorization }, LOOPBACK)).toMatchObject({ status: 401 });
  });

  it('refuses a key that lost or changed a character, and one that was deleted', async () => {
    const { key, id } = await keys.create('a', ['admin']);
    const last = key.endsWith('A') ? 'E' : 'A';
    for (const wrong of [key.slice(0, -1), `${key.slice(0, -1)}${last}`, `${key}A`, key.toUpperCase()]) {
      expect((await ask('/api/v1/query', { authorization: `Bearer ${wrong}` })).status).toBe(401);
    }
    await keys.delete(id);
    expect((await ask('/api/v1/query', { authorization: `Bearer ${key}` })).status).toBe(401);
  });

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'lets this machine ask as %s',
    async (remoteAddress) => {
      expect((await ask('/api/v1/keys', {}, { incoming: { socket: { remoteAddress } } })).status).toBe(200);
    },
  );

  it.each(['192.168.1.5', '::ffff:10.0.0.1', '::2', undefined, ''])('asks %s for a key', async (remoteAddress) => {
    expect((await ask('/api/v1/query', {}, { incoming: { socket: { remoteAddress } } })).status).toBe(401);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])(
    'asks for a key where the header %s says that the request comes from elsewhere',
    async (name) => expect((await ask('/api/v1/query', { [name]: 'for=10.0.0.1' }, LOOPBACK)).status).toBe(401),
  );

  it('asks for a key where a page lets its own name stand for this machine', async () => {
    expect((await ask('/api/v1/query', { host: 'evil.example:4401' }, LOOPBACK)).status).toBe(401);
    app = createGuarded({ allowedHosts: ['metrics.lan'] });
    expect((await ask('/api/v1/query', { host: 'metrics.lan:4401' }, LOOPBACK)).status).toBe(200);
  });

  it('asks this machine for a key as well when told to', async () => {
    app = createGuarded({ requireKey: true });
    expect((await ask('/api/v1/query', {}, LOOPBACK)).status).toBe(401);
  });

  it('needs no key where the host vouches', async () => {
    expect((await ask('/api/v1/keys', {}, { isTrusted: true })).status).toBe(200);
    expect((await ask('/api/v1/keys', {}, { isTrusted: false })).status).toBe(401);
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:4401', 200],
    ['http://localhost:5173', 200],
    ['https://app.example', 200],
  ])('answers a change by a page of %s with %i', async (origin, status) => {
    app = createGuarded({ corsOrigins: ['https://app.example'] });
    for (const [method, path] of [
      ['POST', '/api/metrics'],
      ['PUT', '/api/v1/dashboards/a'],
    ] as const) {
      expect((await ask(path, { origin }, LOOPBACK, method)).status).toBe(status);
    }
    expect((await ask('/api/v1/query', { origin }, LOOPBACK, 'POST')).status).toBe(200);
  });

  it('takes a page that a proxy serves under another name for its own', async () => {
    const { key } = await keys.create('a', ['edit']);
    const headers = { origin: 'https://a.example', 'x-forwarded-host': 'a.example', authorization: `Bearer ${key}` };
    expect((await ask('/api/v1/dashboards/a', headers, LOOPBACK, 'PUT')).status).toBe(200);
  });

  it('lets pages from anywhere change things with a key only', async () => {
    app = createGuarded({ corsOrigins: '*' });
    const { key } = await keys.create('a', ['ingest']);
    const origin = 'https://any.example';
    expect((await ask('/api/metrics', { origin }, LOOPBACK, 'POST')).status).toBe(401);
    const authorization = `Bearer ${key}`;
    expect((await ask('/api/metrics', { origin, authorization }, LOOPBACK, 'POST')).status).toBe(200);
  });

  it('says of what is not there that it is not there', async () => {
    expect((await ask('/api/v1/nothing')).status).toBe(404);
  });
});
