import type { Clock } from '@glasspane/core';
import type { Logger } from '../log/Logger.ts';
import { systemClock } from '../systemClock.ts';
import { DuckDbStore } from './DuckDbStore.ts';
import { type Database, openDatabase } from './database.ts';

/**
 * How a store is opened.
 *
 * @public
 */
export interface OpenStoreOptions {
  /** The folder that holds the data; made where it is missing. It belongs to one process at a time. */
  readonly folder: string;
  /** How much of the recent past is always kept in memory, in milliseconds. @defaultValue 3 hours */
  readonly headWindowMs?: number | undefined;
  /**
   * How much memory samples may take, in bytes: as much of the past as fits in is kept there, and answers queries at once.
   * A sample takes some 9 bytes where the series of a target share their times. @defaultValue 256 MiB
   */
  readonly headBytes?: number | undefined;
  /** How long samples are kept, in milliseconds. @defaultValue 15 days */
  readonly retentionMs?: number | undefined;
  /** The most samples that one read may bring from disk. @defaultValue 20 million */
  readonly maxSamplesPerQuery?: number | undefined;
  /** @defaultValue the system's clock */
  readonly clock?: Clock | undefined;
  readonly log: Logger;
}

const HOUR_MS = 3_600_000;
const DEFAULT_HEAD_WINDOW_MS = 3 * HOUR_MS;
const DEFAULT_HEAD_BYTES = 256 * 1024 * 1024;
const DEFAULT_RETENTION_MS = 15 * 24 * HOUR_MS;
const DEFAULT_MAX_SAMPLES = 20_000_000;

/**
 * Opens the durable store of a folder.
 *
 * @throws {@link StoreOpenError} When another process uses the folder, or it cannot be read or written.
 *
 * @public
 */
export async function openDuckDbStore(options: OpenStoreOptions): Promise<DuckDbStore> {
  return loadDuckDbStore(await openDatabase(options.folder), options);
}

/** Makes the store of a database that is open; closing the store closes the database. */
export async function loadDuckDbStore(database: Database, options: OpenStoreOptions): Promise<DuckDbStore> {
  const startedAt = performance.now();
  const loading = DuckDbStore.load(database, {
    headWindowMs: options.headWindowMs ?? DEFAULT_HEAD_WINDOW_MS,
    headBytes: options.headBytes ?? DEFAULT_HEAD_BYTES,
    retentionMs: options.retentionMs ?? DEFAULT_RETENTION_MS,
    maxSamplesPerQuery: options.maxSamplesPerQuery ?? DEFAULT_MAX_SAMPLES,
    clock: options.clock ?? systemClock,
    log: options.log,
  });
  const store = await loading.catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const { series, headSamples } = store.stats();
  const milliseconds = Math.round(performance.now() - startedAt);
  options.log.info('opened the store', { folder: options.folder, series, headSamples, milliseconds });
  return store;
}
