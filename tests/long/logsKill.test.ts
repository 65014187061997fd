import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { jsonPush, queryLogs } from '../support/lokiPush.ts';

const ROUNDS = 6;
const WRITERS = 3;
const LINES_PER_PUSH = 10;

let folder: string;
let server: SpawnedServer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-log-kill-'));
});

afterAll(async () => {
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** One request: lines that all bear its number, so that a torn one is seen. */
function pushOf(writer: number, push: number): string {
  const timeNs = BigInt(Date.now()) * 1_000_000n;
  const lines = Array.from({ length: LINES_PER_PUSH }, (_, part) => `push=${push} part=${part}`);
  return jsonPush([
    { labels: { app: 'kill', writer: String(writer) }, entries: lines.map((line) => ({ timeNs, line })) },
  ]);
}

/** Pushes until the server dies; notes what it acknowledged. */
async function pushUntilDeath(url: string, writer: number, next: () => number, acknowledged: Set<number>) {
  try {
    for (;;) {
      const push = next();
      const body = pushOf(writer, push);
      const response = await fetch(`${url}/loki/api/v1/push`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (response.status !== 204) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
      acknowledged.add(push);
    }
  } catch (error) {
    // The connection breaks off when the server dies. Anything else is a fault.
    if (!(error instanceof TypeError && error.cause !== undefined)) throw error;
  }
}

/** How many lines of each push are stored. */
async function storedPushes(url: string, writer: number): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  let end = '';
  for (;;) {
    const page = await queryLogs(url, `{app="kill", writer="${writer}"}`, {
      limit: '5000',
      since: '1h',
      ...(end === '' ? {} : { end }),
    });
    for (const { line } of page) {
      const push = Number(/^push=(\d+) /.exec(line)?.[1]);
      counts.set(push, (counts.get(push) ?? 0) + 1);
    }
    if (page.length < 5000) return counts;
    end = page.at(-1)?.timeNs ?? '';
  }
}

const countOf = (acknowledged: readonly ReadonlySet<number>[]): number =>
  acknowledged.reduce((sum, pushes) => sum + pushes.size, 0);

it(`loses no acknowledged line and keeps no half push over ${ROUNDS} kills`, async () => {
  const acknowledged = Array.from({ length: WRITERS }, () => new Set<number>());
  let push = 0;
  const next = (): number => {
    push += 1;
    return push;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    server = await spawnServer(['--data', folder, '--log-level', 'warn']);
    for (const [writer, pushes] of acknowledged.entries()) {
      const stored = await storedPushes(server.url, writer);
      expect(
        [...pushes].filter((number) => !stored.has(number)),
        `lost in round ${round}`,
      ).toEqual([]);
      expect(
        [...stored.values()].filter((count) => count < LINES_PER_PUSH),
        `torn in round ${round}`,
      ).toEqual([]);
    }
    if (round === ROUNDS) break;
    const { url } = server;
    const pushing = Promise.all(acknowledged.map((pushes, writer) => pushUntilDeath(url, writer, next, pushes)));
    // On a busy machine the first answer takes its time, and a kill before it would test nothing.
    const before = countOf(acknowledged);
    await vi.waitUntil(() => countOf(acknowledged) > before, { timeout: 10_000, interval: 1 });
    await sleep(Math.floor(Math.random() * 200));
    await server.end('SIGKILL');
    await pushing;
  }
  expect(countOf(acknowledged)).toBeGreaterThan(ROUNDS);
}, 120_000);
