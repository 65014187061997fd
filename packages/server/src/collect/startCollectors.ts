import type { Clock } from '@glasspane/core';
import type { MiddlewareHandler } from 'hono';
import type { SampleStore } from '../store/SampleStore.ts';
import type { ServerConfig } from './config/ServerConfig.ts';
import type { MetricRegistry } from './registry/MetricRegistry.ts';
import type { TargetsReport } from './scrape/TargetsReport.ts';

/** Where collectors say what an operator should know. */
export interface CollectorsLog {
  info(message: string): void;
  warn(message: string): void;
}

/** What collectors need. */
export interface CollectorsOptions {
  readonly config: ServerConfig;
  /** Where the samples go; each scrape is one batch. */
  readonly store: Pick<SampleStore, 'append'>;
  readonly clock: Clock;
  readonly log: CollectorsLog;
  /** The server's own address as `host:port`: the `instance` of job `glasspane`. */
  readonly address: string;
  /** How targets are reached. @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
  /** The name of this host: the `instance` of job `node`. @defaultValue `os.hostname()` */
  readonly hostname?: string | undefined;
}

/** The running collectors. */
export interface Collectors {
  /** Counts the traffic of the hono app it is used in; put it before everything else: `app.use(collectors.httpTraffic)`. */
  readonly httpTraffic: MiddlewareHandler;
  /** The server's own metrics; whoever adds an instrument here sees it stored under job `glasspane` and at `/metrics`. */
  readonly registry: MetricRegistry;
  /** Returns the `data` of `/api/v1/targets`. */
  targets(): TargetsReport;
  /** Collects the server's own metrics anew and returns them in the Prometheus text format, for `/metrics`. */
  metricsText(): Promise<string>;
  /** Ends all scraping and marks every series as ended in the store; resolves when the store has it. */
  stop(): Promise<void>;
}

/** Starts the built-in collectors and the scraping of the configured targets. */
export function startCollectors(options: CollectorsOptions): Collectors {
  throw new Error(`not there yet: ${options.address}`);
}
