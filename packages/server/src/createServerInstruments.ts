import { counter, gauge } from './collect/exposition/metricFamily.ts';
import type { Instrument } from './collect/registry/Instrument.ts';
import type { LiveHub } from './live/LiveHub.ts';
import type { DuckDbStore } from './store/DuckDbStore.ts';
import type { StoreStats } from './store/StoreStats.ts';

type Reading = readonly [type: 'counter' | 'gauge', name: string, help: string, read: (stats: StoreStats) => number];

const STORE_READINGS: readonly Reading[] = [
  ['gauge', 'glasspane_store_series', 'Series that the store knows, in memory or on disk.', (stats) => stats.series],
  ['gauge', 'glasspane_store_head_series', 'Series with samples in memory.', (stats) => stats.headSeries],
  ['gauge', 'glasspane_store_head_samples', 'Samples in memory.', (stats) => stats.headSamples],
  [
    'gauge',
    'glasspane_store_head_bytes',
    'Memory that the samples in memory take, room for more included.',
    (stats) => stats.headBytes,
  ],
  ['gauge', 'glasspane_store_head_max_bytes', 'Memory that samples may fill up.', (stats) => stats.headMaxBytes],
  [
    'gauge',
    'glasspane_store_head_start_timestamp_seconds',
    'Time from which on all samples are in memory.',
    (stats) => stats.headStartMs / 1000,
  ],
  ['counter', 'glasspane_store_commits_total', 'Transactions that became durable.', (stats) => stats.commits],
  [
    'counter',
    'glasspane_store_failed_commits_total',
    'Transactions that could not be written; their samples were refused.',
    (stats) => stats.failedCommits,
  ],
  [
    'counter',
    'glasspane_store_commit_seconds_total',
    'Time that transactions took until they were durable.',
    (stats) => stats.commitSeconds,
  ],
  ['counter', 'glasspane_store_samples_total', 'Samples that became durable.', (stats) => stats.samples],
  [
    'counter',
    'glasspane_store_repeated_samples_total',
    'Samples that were dropped because they repeat the newest one of their series.',
    (stats) => stats.repeatedSamples,
  ],
];

/** Makes the instruments that read what the store and the live channels do. */
export function createServerInstruments(store: Pick<DuckDbStore, 'stats'>, hub: LiveHub): readonly Instrument[] {
  const ofStore = STORE_READINGS.map(([type, name, help, read]) => ({
    name,
    collect: () => (type === 'counter' ? counter : gauge)(name, help, read(store.stats())),
  }));
  const channels = 'glasspane_live_channels';
  const ofLive = { name: channels, collect: () => gauge(channels, 'Open live channels.', hub.subscriptionCount) };
  return [...ofStore, ofLive];
}
