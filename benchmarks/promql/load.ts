import { setTimeout as delay } from 'node:timers/promises';
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
      await post(`${server.url}/api/v1/write`, body);
      seconds[index] = (seconds[index] ?? 0) + (performance.now() - start) / 1000;
    }
  }
  return { seriesCount, sampleCount, seconds };
}

async function post(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
    },
    body,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}: ${answer}`);
}

const HEAD_MS = 3 * 3_600_000;
const SETTLE_TIMEOUT_MS = 180_000;
const POLL_MS = 500;
const IDLE_POLLS = 6;

/**
 * Waits until what the servers do after a load is done: Prometheus looks once a minute for what it can compact from
 * its head into blocks, and VictoriaMetrics keeps the newest samples back for a second.
 */
export async function settle(contestants: readonly Contestant[], options: DatasetOptions): Promise<void> {
  for (const { name, server } of contestants) {
    if (name === 'victoriametrics') await (await fetch(`${server.url}/internal/force_flush`)).arrayBuffer();
    if (name === 'prometheus') await settlePrometheus(server.url, options.endMs - HEAD_MS);
  }
}

async function settlePrometheus(url: string, headStartMs: number): Promise<void> {
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  let [idle, before] = [0, ''];
  while (idle < IDLE_POLLS) {
    if (Date.now() > deadline) throw new Error('Prometheus did not compact its head');
    await delay(POLL_MS);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const compactions = /^prometheus_tsdb_compactions_total (\S+)/m.exec(metrics)?.[1] ?? '';
    const start = Number(/^prometheus_tsdb_head_min_time (\S+)/m.exec(metrics)?.[1]);
    idle = start >= headStartMs && compactions === before ? idle + 1 : 0;
    before = compactions;
  }
}
