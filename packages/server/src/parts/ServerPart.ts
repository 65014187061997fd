import type { Clock, MetricSource } from '@glasspane/core';
import type { Hono } from 'hono';
import type { ServerConfig } from '../collect/config/ServerConfig.ts';
import type { Instrument } from '../collect/registry/Instrument.ts';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import type { Logger } from '../log/Logger.ts';
import type { OwnLog } from '../logs/OwnLog.ts';
import type { Database } from '../store/database.ts';
import type { SampleStore } from '../store/SampleStore.ts';

/** What the parts of a server stand on. */
export interface ServerContext {
  readonly store: SampleStore;
  /** PromQL over the store, in this process. */
  readonly metrics: MetricSource;
  readonly documents: DocumentStore;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** What `log` writes to: the operator's log, and the logs that the server keeps. */
  readonly ownLog: OwnLog;
  readonly config: ServerConfig;
  /** Where people reach the server, without a slash at the end: for links in notifications. */
  readonly externalUrl: () => string;
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

/** One thing that the server does: routes, and what runs by itself. */
export interface ServerPart {
  /** What it tells of itself in the server's own metrics. */
  readonly instruments?: readonly Instrument[];
  /** Adds its routes. Who may ask for what is decided before they are reached. */
  readonly routes?: (app: Hono) => void;
  /** Begins what runs by itself; called once the server listens. */
  readonly start?: () => Promise<void> | void;
  /** Ends it: resolves when nothing of it runs any more. Called before the store closes. */
  readonly stop?: () => Promise<void> | void;
}
