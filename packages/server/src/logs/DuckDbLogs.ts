import type { DuckDBConnection } from '@duckdb/node-api';
import { CancelledError, type Clock, GlasspaneError } from '@glasspane/core';
import type { Matcher } from '@glasspane/promql';
import type { Logger } from '../log/Logger.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
import type { Database } from '../store/database.ts';
import { GroupCommit } from '../store/GroupCommit.ts';
import { messageOf } from '../store/storeErrors.ts';
import { checkLogs } from './checkLogs.ts';
import type { IncomingLog } from './IncomingLog.ts';
import type { LogLimits } from './LogLimits.ts';
import type { LogSearch, LogTimeRange, StoredLog } from './LogSearch.ts';
import { insertLogRows, loadLogTables, removeLogsBefore } from './logTables.ts';
import { planLogs } from './planLogs.ts';
import { type LogStream, StreamCatalog, streamKey } from './StreamCatalog.ts';
import { searchLogs, streamsWithin } from './searchLogs.ts';

/** How {@link DuckDbLogs} behaves; every choice made. */
export interface DuckDbLogsOptions {
  readonly retentionMs: number;
  readonly limits: LogLimits;
  readonly clock: Clock;
  /** Must not lead back into this store. */
  readonly log: Logger;
}

interface Pending {
  readonly logs: readonly IncomingLog[];
  isRefused: boolean;
}

const RETENTION_INTERVAL_MS = 3_600_000;
const MS = 1_000_000n;

/** Log lines in DuckDB. Listeners hear of lines once they are durable, in the order in which they came. */
export class DuckDbLogs {
  readonly #database: Database;
  readonly #options: DuckDbLogsOptions;
  readonly #commits = new GroupCommit<Pending>((group) => this.#commit(group));
  readonly #listeners = new Set<(logs: readonly StoredLog[]) => void>();
  #catalog = new StreamCatalog();
  #lastSeq = 0n;
  #loaded: Promise<void> | undefined;
  #cancelTimer: () => void = () => undefined;

  constructor(database: Database, options: DuckDbLogsOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Begins to remove what is over the retention time, now and every hour. */
  start(): void {
    const run = (): void => {
      this.#cancelTimer = this.#options.clock.setTimeout(run, RETENTION_INTERVAL_MS);
      void this.applyRetention();
    };
    run();
  }

  /** Resolves once everything that was appended is committed or has failed. */
  async stop(): Promise<void> {
    this.#cancelTimer();
    await this.#commits.drained();
    this.#listeners.clear();
  }

  /**
   * Stores all lines or none; resolves once they are durable. A line that its stream has already, at the same time, is
   * stored once.
   *
   * @throws {@link GlasspaneError} `invalid` when something in them cannot be stored, `rate_limited` when there would be
   * too many streams, `unavailable` when the disk does not take them.
   */
  async append(logs: readonly IncomingLog[]): Promise<void> {
    const { clock, retentionMs, limits } = this.#options;
    const now = clock.now();
    checkLogs(logs, limits, { earliestNs: toNs(now - retentionMs), latestNs: toNs(now + MAX_AHEAD_MS) });
    if (logs.length === 0) return;
    const pending: Pending = { logs, isRefused: false };
    await this.#commits.add(pending);
    if (pending.isRefused) throw tooManyStreams(limits.maxStreams);
  }

  async search(search: LogSearch, signal?: AbortSignal): Promise<readonly StoredLog[]> {
    await this.#load();
    const scope = {
      streams: this.#catalog.select(search.query.matchers),
      maxBytes: this.#options.limits.maxQueryBytes,
    };
    return this.#read((connection) => searchLogs(connection, search, scope), signal);
  }

  /** Returns the streams that have a line in a stretch of time. */
  async streams(
    range: LogTimeRange,
    matchers: readonly Matcher[],
    signal?: AbortSignal,
  ): Promise<readonly LogStream[]> {
    await this.#load();
    const ids = await this.#read((connection) => streamsWithin(connection, range), signal);
    return this.#catalog.select(matchers).filter(({ id }) => ids.has(id));
  }

  /** Calls back for what becomes durable; returns the undo. */
  onAppend(listener: (logs: readonly StoredLog[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Removes what is older than the retention time. A failure is logged and tried again an hour later. */
  async applyRetention(): Promise<void> {
    const { clock, retentionMs, log } = this.#options;
    const cutoffNs = toNs(clock.now() - retentionMs);
    try {
      await this.#load();
      await this.#commits.exclusive(async () => {
        const removed = await this.#database.transaction((connection) => removeLogsBefore(connection, cutoffNs));
        this.#catalog.remove(removed.streamIds);
        if (removed.lineCount > 0) log.info('removed log lines over the retention time', { lines: removed.lineCount });
      });
    } catch (error) {
      log.error('the retention of logs failed', { error: messageOf(error) });
    }
  }

  async #commit(group: readonly Pending[]): Promise<void> {
    let stored: readonly StoredLog[];
    try {
      await this.#load();
      const plan = planLogs(this.#withoutRefused(group), this.#catalog, this.#lastSeq);
      const written = await this.#database.transaction((connection) =>
        insertLogRows(connection, plan.newStreams, plan.rows),
      );
      for (const stream of plan.newStreams) this.#catalog.add(stream);
      this.#lastSeq = plan.lastSeq;
      stored = plan.rows
        .filter(({ seq }) => written.has(seq))
        .map(({ stream, timeNs, line, metadata }) => ({ labels: stream.labels, timeNs, line, metadata }));
    } catch (error) {
      throw new GlasspaneError(
        'unavailable',
        `The log lines could not be written to disk, none was kept: ${messageOf(error)}. Free space or repair the disk, then send them again.`,
        { cause: error },
      );
    }
    if (stored.length > 0) this.#tell(stored);
  }

  /** Returns the lines of the requests that stay within the limit of streams; the others must not take them along. */
  #withoutRefused(group: readonly Pending[]): readonly IncomingLog[] {
    const added = new Set<string>();
    const accepted: IncomingLog[] = [];
    for (const pending of group) {
      const keys = Array.from(new Set(pending.logs.map(({ labels }) => labels)), streamKey);
      const own = new Set(keys.filter((key) => this.#catalog.find(key) === undefined && !added.has(key)));
      pending.isRefused = own.size > 0 && this.#catalog.size + added.size + own.size > this.#options.limits.maxStreams;
      if (pending.isRefused) continue;
      for (const key of own) added.add(key);
      for (const log of pending.logs) accepted.push(log);
    }
    return accepted;
  }

  #tell(logs: readonly StoredLog[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(logs);
      } catch (error) {
        this.#options.log.error('a listener of the logs failed', { error: messageOf(error) });
      }
    }
  }

  /** Resolves once the catalog knows what is on disk. Everything asks for it, so that nothing need wait for the server's start. */
  #load(): Promise<void> {
    this.#loaded ??= this.#database
      .transaction(loadLogTables)
      .then(({ catalog, lastSeq }) => {
        this.#catalog = catalog;
        this.#lastSeq = lastSeq;
      })
      .catch((error: unknown) => {
        this.#loaded = undefined;
        throw error;
      });
    return this.#loaded;
  }

  #read<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>, signal?: AbortSignal): Promise<TResult> {
    return this.#database.read(async (connection) => {
      throwIfAborted(signal);
      const interrupt = (): void => connection.interrupt();
      signal?.addEventListener('abort', interrupt, { once: true });
      try {
        return await task(connection);
      } catch (error) {
        throwIfAborted(signal);
        throw error;
      } finally {
        signal?.removeEventListener('abort', interrupt);
      }
    });
  }
}

const toNs = (timeMs: number): bigint => BigInt(Math.floor(timeMs)) * MS;

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CancelledError(signal.reason);
}

function tooManyStreams(limit: number): GlasspaneError {
  return new GlasspaneError(
    'rate_limited',
    `maximum active stream limit exceeded: there may be ${limit} streams; put what differs from line to line into the line, not into a label`,
  );
}
