import { setMaxListeners } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@glasspane/core';
import { createAdaptorServer } from '@hono/node-server';
import { parseConfig } from './collect/config/parseConfig.ts';
import type { ServerConfig } from './collect/config/ServerConfig.ts';
import { type Collectors, startCollectors } from './collect/startCollectors.ts';
import { createServerInstruments } from './createServerInstruments.ts';
import { DuckDbDocuments } from './documents/DuckDbDocuments.ts';
import { type AllowedHosts, allowHosts } from './http/allowHosts.ts';
import type { CorsOrigins } from './http/cors.ts';
import { createApp } from './http/createApp.ts';
import { isLoopback } from './http/isLoopback.ts';
import { LiveHub } from './live/LiveHub.ts';
import { createLogger } from './log/createLogger.ts';
import type { Logger } from './log/Logger.ts';
import { createParts } from './parts/createParts.ts';
import { createStoreMetrics } from './parts/createStoreMetrics.ts';
import { readVersion } from './readVersion.ts';
import { openDatabase } from './store/database.ts';
import { loadDuckDbStore } from './store/openDuckDbStore.ts';
import type { SampleStore } from './store/SampleStore.ts';
import { systemClock } from './systemClock.ts';

/**
 * How a server is made.
 *
 * @public
 */
export interface ServerOptions {
  /** The folder that holds the data; made where it is missing. It belongs to one server at a time. */
  readonly folder: string;
  /** The address to listen on. @defaultValue `127.0.0.1` */
  readonly host?: string | undefined;
  /** The port to listen on; 0 for any free one. @defaultValue 4401 */
  readonly port?: number | undefined;
  /** What is collected. @defaultValue this host, the server itself and its HTTP traffic, every 5 seconds */
  readonly config?: ServerConfig | undefined;
  /** How long samples are kept, in milliseconds. @defaultValue 15 days */
  readonly retentionMs?: number | undefined;
  /** The pages, besides those of this machine, that may read answers in a browser. @defaultValue none */
  readonly corsOrigins?: CorsOrigins | undefined;
  /**
   * The names, besides those of this machine, under which {@link GlasspaneServer.start}'s listener may be asked while it
   * listens on a loopback address: host names or addresses without port. @defaultValue none
   */
  readonly allowedHosts?: AllowedHosts | undefined;
  /** Where the server says what happens. @defaultValue nowhere */
  readonly log?: Logger | undefined;
  /** @defaultValue the system's clock */
  readonly clock?: Clock | undefined;
}

/**
 * A server that has its store open.
 *
 * @public
 */
export interface GlasspaneServer {
  /** Answers a request, also without {@link start}: for hosts that have an HTTP server of their own. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly store: SampleStore;
  /** Listens, starts the collectors, and returns the address: `http://127.0.0.1:4401`. */
  start(): Promise<string>;
  /** Finishes what runs, ends the collectors and live channels, and closes the store. */
  close(): Promise<void>;
}

// In-flight requests and the last scrape get this long before they are cut off.
const GRACE_MS = 2_000;
const IDLE_CHECK_MS = 20;

/**
 * Makes a server: opens its store, and is ready to answer.
 *
 * @throws {@link GlasspaneError} When the folder is in use or cannot be used.
 *
 * @public
 */
export async function createServer(options: ServerOptions): Promise<GlasspaneServer> {
  const {
    log = createLogger('silent', () => undefined),
    clock = systemClock,
    host = '127.0.0.1',
    port = 4401,
  } = options;
  const config = options.config ?? parseConfig('', 'default');
  const database = await openDatabase(options.folder);
  const { folder, retentionMs } = options;
  const store = await loadDuckDbStore(database, { folder, retentionMs, clock, log });
  const documents = await DuckDbDocuments.open(database, clock);
  const hub = new LiveHub(store);
  const closing = new AbortController();
  // Every live channel listens; Node would take more than ten for a leak.
  setMaxListeners(0, closing.signal);
  let collectors: Collectors | undefined;
  let http: HttpServer | undefined;
  let address = `${host}:${port}`;
  const parts = createParts({
    store,
    metrics: createStoreMetrics(store),
    documents,
    database,
    clock,
    log,
    config,
    externalUrl: () => `http://${address}`,
    closing: closing.signal,
  });
  const app = createApp({
    parts,
    store,
    hub,
    clock,
    log,
    version: await readVersion(),
    corsOrigins: options.corsOrigins ?? [],
    collectors: () => collectors,
    closing: closing.signal,
  });

  return {
    fetch: (request) => app.fetch(request),
    store,
    async start() {
      // On other addresses the host's own network decides who asks, and under which names.
      const allowedHosts = isLoopback(host) ? (options.allowedHosts ?? []) : '*';
      http = createAdaptorServer({ fetch: allowHosts(app.fetch, allowedHosts) }) as HttpServer;
      address = await listen(http, port, host);
      collectors = startCollectors({ config, store, clock, log, address });
      for (const instrument of createServerInstruments(store, hub)) collectors.registry.register(instrument);
      for (const part of parts) await part.start?.();
      return `http://${address}`;
    },
    async close() {
      closing.abort();
      // These first: what they write last still needs the store.
      await Promise.all([
        collectors?.stop(),
        http === undefined ? undefined : stopListening(http),
        ...parts.map((part) => part.stop?.()),
      ]);
      await store.close();
    },
  };
}

function listen(http: HttpServer, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      const bound = http.address() as AddressInfo;
      resolve(`${host.includes(':') ? `[${host}]` : host}:${bound.port}`);
    });
  });
}

function stopListening(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    // A connection that ends its last answer only now would be kept for the client's next request.
    const closeIdle = setInterval(() => http.closeIdleConnections(), IDLE_CHECK_MS);
    const cutOff = setTimeout(() => http.closeAllConnections(), GRACE_MS);
    http.close(() => {
      clearInterval(closeIdle);
      clearTimeout(cutOff);
      resolve();
    });
    http.closeIdleConnections();
  });
}
