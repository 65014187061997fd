import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from './spawnServer.ts';

let folder: string;
let server: SpawnedServer;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-keys-'));
});

afterEach(async () => {
  await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const start = async (...args: string[]): Promise<void> => {
  server = await spawnServer(['--data', folder, '--log-level', 'debug', ...args]);
};

const keyPrinted = (): string => /^Admin key, shown only this once: (gp_\S+)$/m.exec(server.output())?.[1] ?? '';

const statusWith = async (headers: Record<string, string>): Promise<number> =>
  (await fetch(`${server.url}/api/v1/keys`, { headers })).status;

describe('the first admin key', () => {
  it('is shown once, outlives kill -9, and stands in no log and no file', async () => {
    await start('--require-key');
    const key = keyPrinted();
    expect(key).toMatch(/^gp_[0-9a-f]{12}_[\w-]{43}$/);
    const good = { authorization: `Bearer ${key}` };
    const wrong = { authorization: `Bearer ${key.slice(0, -3)}AAA` };
    expect([await statusWith({}), await statusWith(wrong), await statusWith(good)]).toEqual([401, 401, 200]);
    const body = JSON.stringify({ name: 'other', scopes: ['read'] });
    const headers = { ...good, 'content-type': 'application/json' };
    const made = await (await fetch(`${server.url}/api/v1/keys`, { method: 'POST', headers, body })).json();
    await server.end('SIGKILL');
    expect(server.output().split(key)).toHaveLength(2);
    expect(server.output()).toContain('msg="made a key"');
    expect(server.output()).not.toContain(made.data.key);

    await start('--require-key');
    expect(keyPrinted()).toBe('');
    expect(await statusWith(good)).toBe(200);
    expect(await statusWith({ authorization: `Bearer ${made.data.key}` })).toBe(403);
    await server.end('SIGTERM');
    for (const name of await readdir(folder)) {
      const text = await readFile(path.join(folder, name), 'latin1');
      for (const secret of [key, made.data.key]) expect(text.includes(secret.slice(16))).toBe(false);
    }
  });

  it('is not needed on this machine, and can be replaced there when it is lost', async () => {
    await start();
    expect(await statusWith({})).toBe(200);
    const answer = await fetch(`${server.url}/api/v1/keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'new admin', scopes: ['admin'] }),
    });
    const { key } = (await answer.json()).data;
    expect(await statusWith({ authorization: `Basic ${btoa(`any:${key}`)}` })).toBe(200);
  });
});
