import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { encodeWriteRequest } from '../support/remoteWrite.ts';

const ROUNDS = 20;
const WRITERS = 4;
const SERIES_PER_BATCH = 25;

let folder: string;
let server: SpawnedServer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-kill-'));
});

afterAll(async () => {
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** One request: the same time and value in every series of the writer, so that a torn one is seen. */
function batchOf(writer: number, timeMs: number): Uint8Array<ArrayBuffer> {
  return encodeWriteRequest({
    series: Array.from({ length: SERIES_PER_BATCH }, (_, index) => ({
      labels: { __name__: 'ingest', writer: String(writer), part: String(index) },
      samples: [[timeMs, timeMs % 1_000_000]],
    })),
  });
}

/** Writes until the server dies; notes what it acknowledged. */
async function writeUntilDeath(url: string, writer: number, nextTime: () => number, acknowledged: Set<number>) {
  const headers = { 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' };
  try {
    for (;;) {
      const timeMs = nextTime();
      const response = await fetch(`${url}/api/v1/write`, { method: 'POST', headers, body: batchOf(writer, timeMs) });
      if (response.status !== 204) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
      acknowledged.add(timeMs);
    }
  } catch (error) {
    // The connection breaks off when the server dies. Anything else is a fault.
    if (!(error instanceof TypeError && error.cause !== undefined)) throw error;
  }
}

function countOf(acknowledged: readonly ReadonlySet<number>[]): number {
  return acknowledged.reduce((sum, times) => sum + times.size, 0);
}

async function storedTimes(url: string, writer: number): Promise<Map<string, readonly number[]>> {
  const query = new URLSearchParams({ query: `ingest{writer="${writer}"}[1h]` });
  const answer = await (await fetch(`${url}/api/v1/query?${query}`)).json();
  expect(answer.status).toBe('success');
  const times = new Map<string, readonly number[]>();
  for (const { metric, values } of answer.data.result) {
    times.set(
      metric.part,
      values.map(([time, value]: [number, string]) => {
        const timeMs = Math.round(time * 1000);
        expect(Number(value)).toBe(timeMs % 1_000_000);
        return timeMs;
      }),
    );
  }
  return times;
}

it(`loses no acknowledged sample and keeps no half batch over ${ROUNDS} kills in the middle of ingest`, async () => {
  const acknowledged = Array.from({ length: WRITERS }, () => new Set<number>());
  // A time of its own for every batch, in the last half hour, going up.
  let timeMs = Date.now() - 30 * 60_000;
  const nextTime = (): number => {
    timeMs += 1;
    return timeMs;
  };
  const delays: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    server = await spawnServer(['--data', folder, '--log-level', 'warn']);
    for (const [writer, times] of acknowledged.entries()) {
      const stored = await storedTimes(server.url, writer);
      const [first] = stored.values();
      for (const part of stored.values()) expect(part, `torn batch; delays ${delays}`).toEqual(first);
      const kept = new Set(first);
      const lost = [...times].filter((time) => !kept.has(time));
      expect(lost, `round ${round}; delays ${delays}`).toEqual([]);
    }
    if (round === ROUNDS) break;
    const { url } = server;
    const writing = Promise.all(acknowledged.map((times, writer) => writeUntilDeath(url, writer, nextTime, times)));
    // On a busy machine the first answer takes its time, and a kill before it would test nothing.
    const before = countOf(acknowledged);
    await vi.waitUntil(() => countOf(acknowledged) > before, { timeout: 10_000, interval: 1 });
    const delay = Math.floor(Math.random() * 250);
    delays.push(delay);
    await sleep(delay);
    await server.end('SIGKILL');
    await writing;
  }
  // A test that wrote nothing would prove nothing.
  expect(countOf(acknowledged)).toBeGreaterThan(ROUNDS * WRITERS);
}, 180_000);
