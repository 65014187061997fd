import { setTimeout as delay } from 'node:timers/promises';
import { postWrite } from '../../tests/support/remoteWrite.ts';
import { SCRAPE_SECONDS } from './dataset/Exporter.ts';
import { type DatasetOptions, makeBatches } from './dataset/makeBatches.ts';
import { createColumnEncoder } from './encodeColumns.ts';
import type { Contestant } from './servers.ts';

/** What was loaded. */
export interface Loaded {
  readonly seriesCount: number;
  readonly sampleCount: number;
  /** How long each server took to accept it all, in the order of the servers. */
  readonly seconds: readonly number[];
}

/** Writes the same samples to all servers through remote write, batch by batch, in order of time. */
export async function load(contestants: readonly Contestant[], options: DatasetOptions): Promise<Loaded> {
  const encode = createColumnEncoder();
  const seconds = contestants.map(() => 0);
  let [seriesCount, sampleCount] = [0, 0];
  for (const columns of makeBatches(options)) {
    seriesCount = columns.length;
    for (const { times } of columns) sampleCount += times.length;
    const body = encode(columns);
    for (const [index, { server }] of contestants.entries()) {
      const start = performance.now();
      await postWrite(`${server.url}/api/v1/write`, body);
      seconds[index] = (seconds[index] ?? 0) + (performance.now() - start) / 1000;
    }
  }
  return { seriesCount, sampleCount, seconds };
}

const HEAD_MS = 3 * 3_600_000;
const SETTLE_TIMEOUT_MS = 180_000;
const POLL_MS = 500;
const IDLE_POLLS = 6;
const FULL_SHARE = 0.75;

/**
 * Waits until what the servers do after a load is done: ours takes the older samples back into memory, Prometheus looks
 * once a minute for what it can compact from its head into blocks, and VictoriaMetrics keeps the newest samples back
 * for a second.
 */
export async function settle(contestants: readonly Contestant[], options: DatasetOptions): Promise<void> {
  for (const { name, server } of contestants) {
    if (name === 'glasspane') await settleGlasspane(server.url, options);
    if (name === 'prometheus') await settlePrometheus(server.url, options.endMs - HEAD_MS);
    if (name === 'victoriametrics') await (await fetch(`${server.url}/internal/force_flush`)).arrayBuffer();
  }
}

/** Waits until all samples are in memory, or as many as it may hold. */
function settleGlasspane(url: string, { endMs, hours }: DatasetOptions): Promise<void> {
  const firstSampleMs = endMs - hours * 3_600_000 + SCRAPE_SECONDS * 1000;
  return waitForMetrics(url, (read) => {
    const isFull = read('glasspane_store_head_bytes') > FULL_SHARE * read('glasspane_store_head_max_bytes');
    return isFull || read('glasspane_store_head_start_timestamp_seconds') * 1000 <= firstSampleMs;
  });
}

function settlePrometheus(url: string, headStartMs: number): Promise<void> {
  let [idle, before] = [0, -1];
  return waitForMetrics(url, (read) => {
    const compactions = read('prometheus_tsdb_compactions_total');
    const isCut = read('prometheus_tsdb_head_min_time') >= headStartMs;
    idle = isCut && compactions === before ? idle + 1 : 0;
    before = compactions;
    return idle >= IDLE_POLLS;
  });
}

/** Looks at a server's own metrics until they are as they should be. */
async function waitForMetrics(url: string, isDone: (read: (name: string) => number) => boolean): Promise<void> {
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    if (isDone((name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]))) return;
    if (Date.now() > deadline) throw new Error(`${url} did not come to rest after the load`);
    await delay(POLL_MS);
  }
}
