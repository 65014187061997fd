import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../collect/config/parseConfig.ts';
import { createServer, type GlasspaneServer, type ServerOptions } from '../createServer.ts';
import { createLogger } from '../log/createLogger.ts';

const config = parseConfig('glasspane: { collect: { host: false, process: false } }', 'test');

let folder: string;
let server: GlasspaneServer;
let logged: string[];

async function open(options: Partial<ServerOptions> = {}): Promise<void> {
  const log = createLogger('debug', (line) => logged.push(line));
  server = await createServer({ folder, port: 0, config, log, ...options });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-keys-'));
  logged = [];
  await open();
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, path: string, key: string, body?: unknown) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await server.fetch(new Request(`http://any/api/v1${path}`, init));
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
}

describe('keys', () => {
  it('begin with one for everything, which is made once and then seen nowhere', async () => {
    const first = server.firstKey ?? '';
    expect(first).toMatch(/^gp_[0-9a-f]{12}_[\w-]{43}$/);
    const listed = await send('GET', '/keys', first);
    expect(listed.body.data).toMatchObject([{ id: first.slice(3, 15), name: 'first admin key', scopes: ['admin'] }]);
    const wrong = await send('GET', '/keys', `${first}x`);
    await server.close();
    await open();
    expect(server.firstKey).toBeUndefined();
    expect((await send('GET', '/keys', first)).status).toBe(200);
    await server.close();

    const secret = first.slice(16);
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
    for (const text of [...files, ...logged, listed.text, wrong.text]) expect(text.includes(secret)).toBe(false);
    expect(files.length).toBeGreaterThan(0);
  });

  it('are made, listed without the key and its hash, and deleted', async () => {
    const admin = server.firstKey ?? '';
    const { status, body } = await send('POST', '/keys', admin, { name: 'shop', scopes: ['read', 'ingest'] });
    const { key, ...info } = body.data;
    expect([status, info]).toEqual([
      201,
      { id: expect.any(String), name: 'shop', scopes: ['ingest', 'read'], createdMs: expect.any(Number) },
    ]);
    expect((await send('GET', '/keys', admin)).body.data).toContainEqual(info);
    expect((await send('GET', '/labels', key)).status).toBe(200);
    expect((await send('GET', '/keys', key)).status).toBe(403);
    expect((await send('DELETE', `/keys/${info.id}`, admin)).status).toBe(204);
    expect((await send('GET', '/labels', key)).status).toBe(401);
    expect(logged.join('')).not.toContain(key);
  });

  it.each([
    ['POST', '/keys', undefined, 400, 'name: expected a text'],
    ['POST', '/keys', { name: '', scopes: ['read'] }, 400, 'name: expected a text'],
    ['POST', '/keys', { name: 'a', scopes: [] }, 400, 'scopes: expected a list of ingest, read, edit, admin'],
    ['POST', '/keys', { name: 'a', scopes: ['root'] }, 400, 'scopes: expected'],
    ['POST', '/keys', { name: 'a', scopes: 'admin' }, 400, 'scopes: expected'],
    ['POST', '/keys', { name: 'a', scopes: ['read', 'read'] }, 400, 'scopes: expected'],
    ['POST', '/keys', { name: 'a', scopes: ['read'], key: 'mine' }, 400, 'key: is not known here'],
    ['DELETE', '/keys/nobody', undefined, 404, 'no key with the id "nobody"'],
  ])('refuse a bad %s %s (%#) and stay as they are', async (method, path, body, status, reason) => {
    const admin = server.firstKey ?? '';
    const answer = await send(method, path, admin, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(reason);
    expect((await send('GET', '/keys', admin)).body.data).toHaveLength(1);
  });

  it('are asked of requests that the host hands over without vouching for them', async () => {
    expect((await server.fetch(new Request('http://127.0.0.1/api/v1/labels'))).status).toBe(401);
  });

  const address = Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === 'IPv4' && !found.internal)?.address;

  it.skipIf(address === undefined)('are asked of other addresses, and not of this machine', async () => {
    const admin = server.firstKey ?? '';
    await server.close();
    await open({ host: '0.0.0.0' });
    const { port } = new URL(await server.start());
    const statusAt = async (host: string, headers: Record<string, string> = {}) =>
      (await fetch(`http://${host}:${port}/api/v1/labels`, { headers })).status;
    expect(await statusAt('127.0.0.1')).toBe(200);
    expect(await statusAt('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).toBe(401);
    expect(await statusAt(address ?? '')).toBe(401);
    expect(await statusAt(address ?? '', { authorization: `Bearer ${admin}` })).toBe(200);
  });
});
