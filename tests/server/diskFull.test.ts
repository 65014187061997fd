import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeWriteRequest } from '../support/remoteWrite.ts';
import { type SpawnedServer, spawnServer } from './spawnServer.ts';

const CONFIG = 'glasspane: { collect: { host: false, process: false } }\n';
const SERIES_PER_BATCH = 200;

/** Mounts a small disk of its own; tells whether this user may. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const disk = await mkdtemp(path.join(tmpdir(), 'glasspane-full-'));
const isMounted = mountSmallDisk(disk);
if (!isMounted) {
  await rm(disk, { recursive: true });
  console.warn('skipped: a full disk needs the right to mount a tmpfs (run as root)');
}

describe.skipIf(!isMounted)('on a full disk', () => {
  const data = path.join(disk, 'data');
  const ballast = path.join(disk, 'ballast');
  const configFile = path.join(tmpdir(), `glasspane-full-${process.pid}.yml`);
  const acknowledged: number[] = [];
  let timeMs = Date.now() - 20 * 60_000;
  let server: SpawnedServer;

  beforeAll(async () => {
    await writeFile(configFile, CONFIG);
    await writeFile(ballast, Buffer.alloc(4 * 1024 * 1024));
    server = await spawnServer(['--data', data, '--config', configFile]);
  });

  afterAll(async () => {
    await server.end('SIGKILL');
    execFileSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
    await rm(configFile, { force: true });
  });

  async function write(): Promise<Response> {
    timeMs += 1;
    const time = timeMs;
    const response = await fetch(`${server.url}/api/v1/write`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' },
      body: encodeWriteRequest({
        series: Array.from({ length: SERIES_PER_BATCH }, (_, index) => ({
          labels: { __name__: 'ingest', part: String(index) },
          samples: [[time, Math.random()]],
        })),
      }),
    });
    if (response.status === 204) acknowledged.push(time);
    return response;
  }

  async function storedTimes(): Promise<number[]> {
    const query = new URLSearchParams({ query: 'ingest{part="7"}[1h]' });
    const { data: found } = await (await fetch(`${server.url}/api/v1/query?${query}`)).json();
    return found.result[0].values.map(([time]: [number]) => Math.round(time * 1000));
  }

  it('refuses what it cannot keep, stays up and says so', async () => {
    let refusal: Response | undefined;
    for (let round = 0; round < 3000 && refusal === undefined; round += 1) {
      const response = await write();
      if (response.status !== 204) refusal = response;
    }
    expect(refusal?.status).toBe(503);
    expect(await refusal?.text()).toMatch(/could not be written to disk, none was kept: .*No space left on device/);
    expect((await fetch(`${server.url}/-/ready`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/^glasspane_store_failed_commits_total [1-9]/m);
    expect(server.output()).toMatch(/level=error msg="samples could not be written" .*No space left on device/);
    expect(await storedTimes()).toEqual(acknowledged);
  }, 60_000);

  it('takes samples again when there is space, and has kept all it acknowledged', async () => {
    await unlink(ballast);
    expect((await write()).status).toBe(204);
    expect(await storedTimes()).toEqual(acknowledged);
    await server.end('SIGKILL');
    server = await spawnServer(['--data', data, '--config', configFile]);
    expect(await storedTimes()).toEqual(acknowledged);
  }, 60_000);
});
