import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runServer, type SpawnedServer, spawnServer } from './spawnServer.ts';

let folder: string;
let data: string;
const running: SpawnedServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-cli-'));
  data = path.join(folder, 'data');
});

afterAll(async () => {
  for (const server of running) await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function start(...args: string[]): Promise<SpawnedServer> {
  const server = await spawnServer(args);
  running.push(server);
  return server;
}

describe('glasspane-server', () => {
  it('explains itself', async () => {
    const help = await runServer(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const flag of ['--data', '--port', '--host', '--config', '--retention', '--cors-origin', '--log-level']) {
      expect(help.stdout).toContain(flag);
    }
    expect(await runServer(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });

  it.each([
    ['no folder', [], '--data is missing: name the folder for the data'],
    ['an unknown flag', ['--data', 'x', '--prot', '1'], "Unknown option '--prot'"],
    ['a port that is none', ['--data', 'x', '--port', 'http'], '--port http is no port; give a number from 0 to 65535'],
    ['a retention that is none', ['--data', 'x', '--retention', '15'], '--retention 15 is no duration'],
    [
      'an origin with a path',
      ['--data', 'x', '--cors-origin', 'https://a.example/b'],
      '--cors-origin https://a.example/b is no origin',
    ],
    ['a host that is none', ['--data', 'x', '--host', 'http://a'], '--host http://a is no address'],
    ['an external address that is none', ['--data', 'x', '--external-url', 'a'], '--external-url a is no address'],
    ['a missing config file', ['--data', 'x', '--config', '/nowhere.yml'], '--config /nowhere.yml cannot be read'],
  ])('refuses %s with one line and exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await runServer(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^glasspane-server: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('names file and line of a fault in the configuration', async () => {
    const file = path.join(folder, 'bad.yml');
    await writeFile(file, 'scrape_configs:\n  - job_name: a\n    static_config: []\n');
    const { code, stderr } = await runServer(['--data', data, '--config', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('bad.yml');
    expect(stderr).toContain('static_config');
  });

  it('says so when the port is taken, with exit code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runServer(['--data', data, '--port', String(port), '--log-level', 'silent']);
    other.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `glasspane-server: port ${port} of 127.0.0.1 is taken; stop what listens there, or give another --port\n`,
    });
  });

  it('says so when the folder cannot be used, with exit code 1', async () => {
    const { code, stderr } = await runServer(['--data', '/dev/null/data']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^glasspane-server: The data folder \/dev\/null\/data cannot be written to: [^\n]+\n$/);
  });

  it('refuses a folder that another server has, and leaves that one alone', async () => {
    const first = await start('--data', data);
    const { code, stderr } = await runServer(['--data', data, '--port', '0']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `glasspane-server: The data folder ${data} is in use by process ${first.child.pid}. Stop that process, or give this one another folder.\n`,
    });
    expect((await fetch(`${first.url}/-/ready`)).status).toBe(200);
    expect(await first.end('SIGTERM')).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly on %s within 5 s, live channels open or not',
    async (signal) => {
      const server = await start('--data', data);
      const live = await fetch(`${server.url}/api/v1/live?${new URLSearchParams({ 'match[]': 'up' })}`);
      const ended = live.text().catch(() => 'broken off');
      const startedAt = performance.now();
      expect(await server.end(signal)).toBe(0);
      expect(performance.now() - startedAt).toBeLessThan(5000);
      expect(await ended).toMatch(/^event: open\ndata: \{\}\n\n/);
    },
  );

  it('collects this host and itself without being told to', async () => {
    const server = await start('--data', data);
    const query = async (expr: string): Promise<readonly { readonly value: readonly [number, string] }[]> => {
      const answer = await fetch(`${server.url}/api/v1/query?${new URLSearchParams({ query: expr })}`);
      return (await answer.json()).data.result;
    };
    await expect.poll(async () => (await query('up == 1')).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
    expect((await query('node_load1')).length).toBe(1);
    const metrics = await fetch(`${server.url}/metrics`);
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await metrics.text()).toContain('process_resident_memory_bytes');
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
