import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../collect/config/parseConfig.ts';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createApp } from '../http/createApp.ts';
import { LiveHub } from '../live/LiveHub.ts';
import { createLogger } from '../log/createLogger.ts';
import { OwnLog } from '../logs/OwnLog.ts';
import { createParts } from '../parts/createParts.ts';
import { createStoreMetrics } from '../parts/createStoreMetrics.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { loadDuckDbStore } from '../store/openDuckDbStore.ts';
import { systemClock } from '../systemClock.ts';
import { scopeOfRoute } from './routeScopes.ts';

const log = createLogger('silent', () => undefined);
const closing = new AbortController();

let folder: string;
let store: DuckDbStore;
let app: Hono;

/** The app with all parts of the server. */
async function createFullApp(database: Database): Promise<Hono> {
  const documents = await DuckDbDocuments.open(database, systemClock);
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
  return createApp({
    ...context,
    parts: createParts(context),
    hub: new LiveHub(store),
    version: '1.2.3',
    corsOrigins: [],
    guard: (_, next) => next(),
    collectors: () => undefined,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-routes-'));
  const database = await openDatabase(folder);
  store = await loadDuckDbStore(database, { folder, log });
  app = await createFullApp(database);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('scopeOfRoute', () => {
  it('knows every route of the server, so that none is for admins by mistake', () => {
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' || !path.endsWith('/*'));
    const unknown = routes.filter(({ method, path }) => scopeOfRoute(method, path) === undefined);
    expect(routes.length).toBeGreaterThan(20);
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('lets nothing but what changes nothing be open', () => {
    const open = app.routes.filter(({ method, path }) => scopeOfRoute(method, path) === 'open');
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /-/healthy', 'GET /-/ready']);
  });

  it('has no middleware that answers for a single path, which would pass for a route', () => {
    const middleware = app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path);
    expect(new Set(middleware)).toEqual(new Set(['/*', '/api/*', '/v1/*', '/loki/*', '/otlp/*']));
  });

  it('takes parameters for the same, whatever their name and form', () => {
    expect(scopeOfRoute('DELETE', '/api/v2/silence/:silenceId{[0-9a-f-]+}')).toBe('edit');
  });
});
