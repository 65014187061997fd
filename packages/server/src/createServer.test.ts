import { once, setMaxListeners } from 'node:events';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { get, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from './collect/config/parseConfig.ts';
import { createServer, type GlasspaneServer } from './createServer.ts';
import { createLogger } from './log/createLogger.ts';
import { openDatabase } from './store/database.ts';

const COLLECT_NOTHING = parseConfig('glasspane: { collect: { host: false, process: false } }', 'test');

let folder: string;
let server: GlasspaneServer;
let url: string;
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-server-'));
  logged = [];
  const log = createLogger('warn', (line) => logged.push(line));
  server = await createServer({ folder, port: 0, config: COLLECT_NOTHING, log, isFetchTrusted: true });
  url = await server.start();
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1];
  return Number(value);
}

/** With a Host header, which fetch does not let one choose. */
async function statusOf(address: string, host: string): Promise<number | undefined> {
  const asked = get(address, { headers: { host } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

function sampleAt(timeMs: number) {
  return { samples: [{ labels: { __name__: 'up' }, timeMs, value: 1 }] };
}

describe('createServer', () => {
  it('answers the same over HTTP and by fetch', async () => {
    await server.store.append(sampleAt(Date.now()));
    const path = '/api/v1/labels';
    const [over, direct] = await Promise.all([fetch(url + path), server.fetch(new Request(`http://any${path}`))]);
    expect(await over.json()).toEqual({ status: 'success', data: ['__name__'] });
    expect(await direct.json()).toEqual({ status: 'success', data: ['__name__'] });
  });

  it('takes addresses as long as the longest query', async () => {
    const ask = (length: number) => {
      const query = `up{instance="${'/'.repeat(length)}"}`;
      return fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`);
    };
    expect((await ask(131_000)).status).toBe(200);
    const refused = await ask(132_000);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errorType: 'bad_data' });
  });

  it('answers over HTTP only to requests that name this machine, or a host that it is told', async () => {
    const proxied = await createServer({
      folder: join(folder, 'proxied'),
      port: 0,
      config: COLLECT_NOTHING,
      allowedHosts: ['metrics.example'],
    });
    try {
      const proxiedUrl = await proxied.start();
      const hosts = ['127.0.0.1:4400', 'localhost', 'metrics.example:8443', 'evil.example'];
      const statuses = (base: string) => Promise.all(hosts.map((host) => statusOf(`${base}/api/v1/labels`, host)));
      expect(await statuses(url)).toEqual([200, 200, 403, 403]);
      expect(await statuses(proxiedUrl)).toEqual([200, 200, 200, 403]);
    } finally {
      await proxied.close();
    }
  });

  it.each([
    ['/api/v1/query', 'application/x-www-form-urlencoded'],
    ['/api/v1/write', 'application/x-protobuf'],
  ])('takes a request to %s that breaks off in its body for no fault of its own', async (path, type) => {
    const headers = { 'content-type': type, 'content-length': 1000 };
    const broken = request(url + path, { method: 'POST', headers }).on('error', () => undefined);
    broken.write('query=');
    await new Promise((resolve) => setTimeout(resolve, 100));
    broken.destroy();
    const counted = `http_requests_total{method="POST",route="${path}",code="499"}`;
    await expect.poll(async () => (await (await fetch(`${url}/metrics`)).text()).includes(`${counted} 1`)).toBe(true);
    expect(logged).toEqual([]);
  });

  it('says in its metrics what the store did', async () => {
    await server.store.append(sampleAt(Date.now()));
    expect(await metric('glasspane_store_samples_total')).toBe(1);
    expect(await metric('glasspane_store_commits_total')).toBe(1);
    expect(await metric('glasspane_store_failed_commits_total')).toBe(0);
  });

  it('forgets a live channel when its client goes, in whichever way', async () => {
    const path = `${url}/api/v1/live?match[]=up`;
    const controllers = Array.from({ length: 5 }, () => new AbortController());
    const channels = await Promise.all(controllers.map(({ signal }) => fetch(path, { signal })));
    await fetch(path, { method: 'HEAD' });
    expect(await metric('glasspane_live_channels')).toBe(5);
    for (const controller of controllers.slice(1)) controller.abort();
    await channels[0]?.body?.cancel();
    await expect.poll(() => metric('glasspane_live_channels')).toBe(0);
  });

  it('serves many live channels without a warning', async () => {
    const warnings: string[] = [];
    const onWarning = ({ message }: Error): number => warnings.push(message);
    process.on('warning', onWarning);
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    for (let round = 0; round < 12; round += 1) {
      await fetch(`${url}/api/v1/live?match[]=up`, { signal: controller.signal });
    }
    controller.abort();
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });

  it('tells of a sample within a second', async () => {
    const controller = new AbortController();
    const channel = await fetch(`${url}/api/v1/live?match[]=up`, { signal: controller.signal });
    const reader = channel.body?.getReader();
    await reader?.read();
    const timeMs = Date.now();
    await server.store.append(sampleAt(timeMs));
    const event = new TextDecoder().decode((await reader?.read())?.value);
    expect(event).toBe(`event: samples\ndata: {"t":${timeMs},"m":[0]}\n\n`);
    expect(Date.now() - timeMs).toBeLessThan(1000);
    controller.abort();
  });

  it.skipIf(process.platform !== 'linux')('lets go of the folder when it cannot be opened to the end', async () => {
    const damaged = join(folder, 'damaged');
    await (await createServer({ folder: damaged, config: COLLECT_NOTHING })).close();
    const database = await openDatabase(damaged);
    const insert = `INSERT INTO documents VALUES ('dashboards', 'a', 1, 0, 'no JSON')`;
    await database.transaction((connection) => connection.run(insert));
    await database.close();
    await expect(createServer({ folder: damaged, config: COLLECT_NOTHING })).rejects.toThrow('JSON');
    const descriptors = await readdir('/proc/self/fd');
    const files = await Promise.all(descriptors.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
    // That of the other server, which is open.
    expect(files.filter((file) => file.startsWith(join(folder, 'samples')))).not.toEqual([]);
    expect(files.filter((file) => file.startsWith(damaged))).toEqual([]);
  });

  it('closes twice as well as once, with a channel open', async () => {
    const channel = await fetch(`${url}/api/v1/live?match[]=up`);
    const startedAt = performance.now();
    await server.close();
    expect(await channel.text()).toBe('event: open\ndata: {}\n\n');
    await server.close();
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});
