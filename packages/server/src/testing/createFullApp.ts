import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { parseConfig } from '../collect/config/parseConfig.ts';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createApp } from '../http/createApp.ts';
import { LiveHub } from '../live/LiveHub.ts';
import { createLogger } from '../log/createLogger.ts';
import { OwnLog } from '../logs/OwnLog.ts';
import { createParts } from '../parts/createParts.ts';
import { createStoreMetrics } from '../parts/createStoreMetrics.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { openDatabase } from '../store/database.ts';
import { loadDuckDbStore } from '../store/openDuckDbStore.ts';
import { systemClock } from '../systemClock.ts';

/** The HTTP side of a server with all its parts, none of them started, and nobody who asks for keys. */
export interface FullApp {
  readonly app: Hono;
  readonly store: DuckDbStore;
  readonly documents: DuckDbDocuments;
  /** What was logged as an error. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Makes the full app on a temporary folder. */
export async function createFullApp(): Promise<FullApp> {
  const folder = await mkdtemp(join(tmpdir(), 'glasspane-full-'));
  const errors: string[] = [];
  const log = createLogger('error', (line) => errors.push(line));
  const database = await openDatabase(folder);
  const store = await loadDuckDbStore(database, { folder, log });
  const documents = await DuckDbDocuments.open(database, systemClock);
  const closing = new AbortController();
  const context = {
    store,
    metrics: createStoreMetrics(store),
    documents,
    database,
    clock: systemClock,
    log,
    ownLog: new OwnLog(log, systemClock),
    config: parseConfig('', 'test'),
    externalUrl: () => 'http://127.0.0.1:4401',
    closing: closing.signal,
  };
  const app = createApp({
    ...context,
    parts: createParts(context),
    hub: new LiveHub(store),
    version: '1.2.3',
    corsOrigins: [],
    guard: (_, next) => next(),
    collectors: () => undefined,
  });
  return {
    app,
    store,
    documents,
    errors,
    async close() {
      closing.abort();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
