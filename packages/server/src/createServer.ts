import { setMaxListeners } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
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
import type { QueryLimits } from './http/QueryLimits.ts';
import { createFirstKey, createKeyStore } from './keys/createKeyStore.ts';
import { guard } from './keys/guard.ts';
import type { PeerBindings } from './keys/peer.ts';
import { LiveHub } from './live/LiveHub.ts';
import { createLogger } from './log/createLogger.ts';
import type { Logger } from './log/Logger.ts';
import { OwnLog } from './logs/OwnLog.ts';
import { createParts } from './parts/createParts.ts';
import { createStoreMetrics } from './parts/createStoreMetrics.ts';
import type { ServerPart } from './parts/ServerPart.ts';
import { readVersion } from './readVersion.ts';
import type { DuckDbStore } from './store/DuckDbStore.ts';
import { type Database, openDatabase } from './store/database.ts';
import { loadDuckDbStore } from './store/openDuckDbStore.ts';
import type { SampleStore } from './store/SampleStore.ts';
import { messageOf } from './store/storeErrors.ts';
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
  /** What queries may use. */
  readonly queryLimits?: QueryLimits | undefined;
  /** What is collected. @defaultValue this host, the server itself and its HTTP traffic, every 5 seconds */
  readonly config?: ServerConfig | undefined;
  /** How long samples are kept, in milliseconds. @defaultValue 15 days */
  readonly retentionMs?: number | undefined;
  /**
   * How much memory samples may take, in bytes: as much of the past as fits in is kept there, the last 3 hours always.
   * @defaultValue 256 MiB
   */
  readonly headBytes?: number | undefined;
  /** The pages, besides those of this machine, that may read answers in a browser. @defaultValue none */
  readonly corsOrigins?: CorsOrigins | undefined;
  /**
   * The names, besides those of this machine, under which {@link GlasspaneServer.start}'s listener may be asked while it
   * listens on a loopback address: host names or addresses without port. @defaultValue none
   */
  readonly allowedHosts?: AllowedHosts | undefined;
  /** Whether this machine needs a key as well; for a proxy on it that does not say whom it passes on. @defaultValue false */
  readonly requireKey?: boolean | undefined;
  /**
   * Whether requests that are handed to {@link GlasspaneServer.fetch} need no key, because the host has made sure who asks.
   * @defaultValue false
   */
  readonly isFetchTrusted?: boolean | undefined;
  /** Where people reach the server, for links in notifications. @defaultValue the address that it listens on */
  readonly externalUrl?: string | undefined;
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
  /**
   * Answers a request, also without {@link start}: for hosts that have an HTTP server of their own. The request needs a
   * key, unless the host vouches for all of them by {@link ServerOptions.isFetchTrusted}.
   */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** The key for everything that was made because there was none; it cannot be seen again. */
  readonly firstKey: string | undefined;
  readonly store: SampleStore;
  /** Listens, starts the collectors, and returns the address: `http://127.0.0.1:4401`. */
  start(): Promise<string>;
  /** Finishes what runs, ends the collectors and live channels, and closes the store. */
  close(): Promise<void>;
}

// In-flight requests and the last scrape get this long before they are cut off.
const GRACE_MS = 2_000;
// As in Prometheus; Node's own limit is shorter than long queries in an address.
const MAX_HEADER_BYTES = 1024 * 1024;
const IDLE_CHECK_MS = 20;

/**
 * Makes a server: opens its store, and is ready to answer.
 *
 * @throws {@link GlasspaneError} When the folder is in use or cannot be used.
 *
 * @public
 */
export async function createServer(options: ServerOptions): Promise<GlasspaneServer> {
  const { clock = systemClock, folder, retentionMs, headBytes, queryLimits } = options;
  const ownLog = new OwnLog(options.log ?? createLogger('silent', () => undefined), clock);
  const { log } = ownLog;
  const database = await openDatabase(folder);
  const store = await loadDuckDbStore(database, {
    folder,
    retentionMs,
    headBytes,
    clock,
    log,
    maxSamplesPerQuery: queryLimits?.maxSamples,
  });
  try {
    return await assemble({ ...options, ownLog, clock }, database, store);
  } catch (error) {
    // Or the folder would stay in use.
    await store.close();
    throw error;
  }
}

async function assemble(
  options: ServerOptions & { readonly ownLog: OwnLog; readonly clock: Clock },
  database: Database,
  store: DuckDbStore,
): Promise<GlasspaneServer> {
  const { ownLog, clock, host = '127.0.0.1', port = 4401, corsOrigins = [], allowedHosts = [] } = options;
  const { log } = ownLog;
  const config = options.config ?? parseConfig('', 'default');
  const documents = await DuckDbDocuments.open(database, clock);
  const keys = createKeyStore(documents, clock);
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
    ownLog,
    config,
    externalUrl: () => options.externalUrl?.replace(/\/+$/, '') ?? `http://${reachable(address)}`,
    closing: closing.signal,
  });
  const app = createApp({
    parts,
    store,
    hub,
    clock,
    log,
    version: await readVersion(),
    corsOrigins,
    queryLimits: options.queryLimits,
    guard: guard({ keys, corsOrigins, allowedHosts, requireKey: options.requireKey ?? false }),
    collectors: () => collectors,
    closing: closing.signal,
  });

  async function close(): Promise<void> {
    closing.abort();
    // What asks and what writes ends first; what it stands on, last.
    await Promise.all([collectors?.stop(), http === undefined ? undefined : stopListening(http)]);
    await stopParts(parts, log);
    await store.close();
  }

  // The last thing that can fail, because a key that nobody gets to see is of no use.
  const firstKey = await createFirstKey(keys);
  const peer: PeerBindings = { isTrusted: options.isFetchTrusted ?? false };
  let closed: Promise<void> | undefined;
  return {
    fetch: (request) => app.fetch(request, peer),
    firstKey,
    store,
    async start() {
      // On other addresses the host's own network decides under which names it is asked.
      http = createAdaptorServer({
        fetch: allowHosts(app.fetch, isLoopback(host) ? allowedHosts : '*'),
        serverOptions: { maxHeaderSize: MAX_HEADER_BYTES },
      }) as HttpServer;
      address = await listen(http, port, host);
      collectors = startCollectors({ config, store, clock, log, address });
      const ofParts = parts.flatMap(({ instruments = [] }) => instruments);
      for (const one of [...createServerInstruments(store, hub), ...ofParts]) collectors.registry.register(one);
      for (const part of parts) await part.start?.();
      return `http://${address}`;
    },
    close: () => (closed ??= close()),
  };
}

/** In the reverse of the order in which they were made: a part may stand on those before it. */
async function stopParts(parts: readonly ServerPart[], log: Logger): Promise<void> {
  for (const part of [...parts].reverse()) {
    try {
      await part.stop?.();
    } catch (error) {
      log.error('a part of the server did not stop well', { error: messageOf(error) });
    }
  }
}

/** Returns an address that other machines can ask for, where the one that is listened on means all of this machine's. */
function reachable(address: string): string {
  return address.replace(/^(?:0\.0\.0\.0|\[::\])(?=:\d+$)/, hostname());
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
