import type { Clock, LabelRequest, MetricDescriptor } from '@glasspane/core';
import type { Labels, SampleSeries, SeriesRequest } from '@glasspane/promql';
import type { Logger } from '../log/Logger.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './GroupCommit.ts';
import { Head } from './Head.ts';
import { HeadExtender } from './HeadExtender.ts';
import { loadHead, loadMetadata, loadSeries, loadTimes } from './loadCatalog.ts';
import { planWrite, type WritePlan } from './planWrite.ts';
import { joinSeries, readHistory } from './readHistory.ts';
import { removeBefore } from './retention.ts';
import { rowsOf } from './rowsOf.ts';
import type { SampleBatch, SampleStore } from './SampleStore.ts';
import { noteTime, SeriesCatalog } from './SeriesCatalog.ts';
import { SeriesDirectory } from './SeriesDirectory.ts';
import type { StoreStats } from './StoreStats.ts';
import { closedError, messageOf, StoreWriteError } from './storeErrors.ts';
import { validateBatch } from './validateBatch.ts';
import { writeRows } from './writeRows.ts';

/** How a {@link DuckDbStore} behaves; every choice made. */
export interface DuckDbStoreOptions {
  readonly headWindowMs: number;
  readonly headBytes: number;
  readonly retentionMs: number;
  readonly maxSamplesPerQuery: number;
  readonly clock: Clock;
  readonly log: Logger;
}

const TRIM_INTERVAL_MS = 60_000;
const EXTEND_INTERVAL_MS = 10_000;
const RETENTION_INTERVAL_MS = 3_600_000;

/**
 * Samples in DuckDB, the recent ones in memory as well. Made by {@link openDuckDbStore}.
 *
 * Listeners hear once for each transaction, which may hold several batches, and get the same label object for the same
 * series each time.
 *
 * @public
 */
export class DuckDbStore implements SampleStore {
  readonly #database: Database;
  readonly #options: DuckDbStoreOptions;
  readonly #head: Head;
  readonly #catalog = new SeriesCatalog();
  readonly #directory: SeriesDirectory;
  readonly #extender: HeadExtender;
  readonly #commits = new GroupCommit<SampleBatch>((batches) => this.#commit(batches));
  readonly #listeners = new Set<(batch: SampleBatch) => void>();
  readonly #timers = new Set<() => void>();
  #metadata = new Map<string, MetricDescriptor>();
  #timesKnown: Promise<void> | undefined;
  /** Whether older samples came in lately than the head has: it waits for the last of them before it extends. */
  #isBackfilled = false;
  #isClosed = false;
  #counters = { commits: 0, failedCommits: 0, samples: 0, repeatedSamples: 0, commitSeconds: 0 };

  private constructor(database: Database, options: DuckDbStoreOptions) {
    this.#database = database;
    this.#options = options;
    this.#head = new Head(options.clock.now() - options.headWindowMs);
    const [catalog, head] = [this.#catalog, this.#head];
    this.#directory = new SeriesDirectory({ catalog, head, knowTimes: () => this.#knowTimes() });
    this.#extender = new HeadExtender({
      database,
      catalog,
      head,
      maxBytes: options.headBytes,
      oldestMs: () => options.clock.now() - options.retentionMs,
    });
  }

  /** Reads what the store needs in memory: all series, all metadata, the samples of the head's window. */
  static async load(database: Database, options: DuckDbStoreOptions): Promise<DuckDbStore> {
    const store = new DuckDbStore(database, options);
    await database.read(async (connection) => {
      await loadSeries(connection, store.#catalog, store.#head);
      store.#metadata = await loadMetadata(connection);
    });
    await loadHead({ database, catalog: store.#catalog, head: store.#head });
    store.#every(TRIM_INTERVAL_MS, () => store.#trimHead());
    store.#every(EXTEND_INTERVAL_MS, () => void store.#extendHead());
    store.#every(RETENTION_INTERVAL_MS, () => void store.applyRetention());
    void store.applyRetention().then(() => store.#extendHead());
    return store;
  }

  async append(batch: SampleBatch): Promise<void> {
    this.#throwIfClosed();
    validateBatch(batch);
    await this.#commits.add(batch);
  }

  select(request: SeriesRequest, signal?: AbortSignal): readonly SampleSeries[] | Promise<readonly SampleSeries[]> {
    this.#throwIfClosed();
    const { matchers, startMs, endMs } = request;
    const recent = this.#head.select(matchers, startMs, endMs);
    // What is asked for is open at its start, what is read from disk is open at its end; times are whole numbers.
    const fromMs = Math.floor(startMs) + 1;
    const beforeMs = Math.min(this.#head.startMs, Math.floor(endMs) + 1);
    if (fromMs >= beforeMs) return recent;
    const series = this.#catalog.select(matchers, fromMs, beforeMs - 1);
    if (series.length === 0) return recent;
    const history = { series, fromMs, beforeMs, maxSamples: this.#options.maxSamplesPerQuery };
    return readHistory(this.#database, this.#catalog, history, signal).then((older) => joinSeries(older, recent));
  }

  async series(request: LabelRequest): Promise<readonly Labels[]> {
    this.#throwIfClosed();
    return this.#directory.series(request);
  }

  async labelNames(request: LabelRequest): Promise<readonly string[]> {
    this.#throwIfClosed();
    return this.#directory.labelNames(request);
  }

  async labelValues(name: string, request: LabelRequest): Promise<readonly string[]> {
    this.#throwIfClosed();
    return this.#directory.labelValues(name, request);
  }

  metadata(): readonly MetricDescriptor[] {
    return [...this.#metadata.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  onAppend(listener: (batch: SampleBatch) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns what the store holds and did since it was opened. */
  stats(): StoreStats {
    return {
      ...this.#counters,
      series: this.#catalog.size,
      headSeries: this.#head.seriesCount,
      headSamples: this.#head.sampleCount,
      headBytes: this.#head.memory().allocated,
      headMaxBytes: this.#options.headBytes,
      headStartMs: this.#head.startMs,
    };
  }

  /** Removes what is older than the retention time. Runs by itself every hour; a failure is logged and tried again then. */
  async applyRetention(): Promise<void> {
    const cutoffMs = this.#options.clock.now() - this.#options.retentionMs;
    try {
      await this.#knowTimes();
      const removed = await this.#commits.exclusive(() =>
        this.#database.write((connection) => removeBefore(connection, this.#catalog, cutoffMs)),
      );
      this.#head.trim(cutoffMs);
      if (removed.sampleCount > 0) this.#options.log.info('removed samples over the retention time', { ...removed });
    } catch (error) {
      if (!this.#isClosed) this.#options.log.error('retention failed', { error: messageOf(error) });
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const cancel of this.#timers) cancel();
    this.#extender.stop();
    await this.#commits.drained();
    this.#listeners.clear();
    await this.#database.close();
  }

  async #commit(batches: readonly SampleBatch[]): Promise<void> {
    const plan = planWrite(batches, {
      catalog: this.#catalog,
      metadata: this.#metadata,
      refFor: (labels) => this.#head.refFor(labels),
    });
    const startedAt = performance.now();
    try {
      if (plan.samples.length > 0 || plan.metadata.length > 0) {
        await this.#database.write((connection) => writeRows(connection, rowsOf(plan)));
      }
    } catch (error) {
      this.#counters.failedCommits += 1;
      this.#options.log.error('samples could not be written', {
        samples: plan.samples.length,
        error: messageOf(error),
      });
      throw new StoreWriteError(error);
    }
    this.#counters.commits += 1;
    this.#counters.commitSeconds += (performance.now() - startedAt) / 1000;
    this.#counters.samples += plan.samples.length;
    this.#counters.repeatedSamples += plan.repeatedCount;
    this.#publish(plan);
  }

  /** Lets queries and listeners see what has become durable. */
  #publish({ newSeries, samples, metadata }: WritePlan): void {
    for (const series of newSeries) this.#catalog.add(series);
    this.#isBackfilled ||= samples.some(({ sample }) => sample.timeMs < this.#head.startMs);
    this.#head.insert(samples);
    for (const { series, sample } of samples) noteTime(series, sample.timeMs);
    for (const descriptor of metadata) this.#metadata.set(descriptor.name, descriptor);
    if (this.#listeners.size === 0) return;
    const batch = { samples: samples.map(({ series, sample }) => ({ ...sample, labels: series.labels })), metadata };
    for (const listener of this.#listeners) {
      try {
        listener(batch);
      } catch (error) {
        this.#options.log.error('a listener of the store failed', { error: messageOf(error) });
      }
    }
  }

  /** Resolves once the catalog knows from when to when each series has samples. Retention asks for it at the start. */
  #knowTimes(): Promise<void> {
    this.#timesKnown ??= this.#database
      .read((connection) => loadTimes(connection, this.#catalog))
      .catch((error: unknown) => {
        this.#timesKnown = undefined;
        throw error;
      });
    return this.#timesKnown;
  }

  #trimHead(): void {
    const { clock, headWindowMs, headBytes, retentionMs } = this.#options;
    const now = clock.now();
    this.#head.trim(now - retentionMs);
    this.#head.shrink(headBytes, now - headWindowMs);
  }

  async #extendHead(): Promise<void> {
    const isWaiting = this.#isBackfilled;
    this.#isBackfilled = false;
    if (isWaiting) return;
    try {
      await this.#knowTimes();
      await this.#extender.extend();
    } catch (error) {
      if (!this.#isClosed) this.#options.log.error('older samples were not loaded', { error: messageOf(error) });
    }
  }

  #every(intervalMs: number, task: () => void): void {
    let cancel = (): void => undefined;
    const arm = (): void => {
      cancel = this.#options.clock.setTimeout(() => {
        task();
        arm();
      }, intervalMs);
    };
    arm();
    this.#timers.add(() => cancel());
  }

  #throwIfClosed(): void {
    if (this.#isClosed) throw closedError();
  }
}
