import { labelsKey } from '@glasspane/core';
import {
  type Labels,
  type Matcher,
  type PreparedLabels,
  prepareLabels,
  type SampleSeries,
  type SampleSource,
  type SeriesRequest,
} from '@glasspane/promql';
import { LabelIndex } from './LabelIndex.ts';
import { RecentColumns } from './RecentColumns.ts';
import { type ColumnSample, SampleColumns } from './SampleColumns.ts';
import type { TimeColumn } from './TimeColumn.ts';

/**
 * A series of a {@link SeriesStore}, to append to without looking it up again.
 *
 * @public
 */
export interface SeriesRef {
  /** The labels, sorted by name, without empty values; frozen, and the same object for as long as the series lives. */
  readonly labels: Labels;
}

/**
 * One sample on its way into a {@link SeriesStore}.
 *
 * @public
 */
export interface SeriesSample {
  /** The metric's name under `__name__`, and the other labels. */
  readonly labels: Labels;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  /** Ignored where the sample is a staleness marker. */
  readonly value: number;
  /** Marks the end of the series, as Prometheus's staleness marker does. */
  readonly isStale?: boolean | undefined;
}

/**
 * Samples of one series in columns of the same length.
 *
 * @public
 */
export interface SeriesColumns {
  /** Milliseconds since the epoch, strictly increasing. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** 1 where the sample is a staleness marker; left out where there is none. */
  readonly stale?: Uint8Array | undefined;
}

/**
 * What the samples of a {@link SeriesStore} take, in bytes. Labels and what finds series by them come on top.
 *
 * @public
 */
export interface SampleMemory {
  /** The bytes of the samples themselves. */
  readonly used: number;
  /** The same with the room that is kept for more. */
  readonly allocated: number;
}

/**
 * Which series to look for: those that satisfy all matchers of at least one selector and have a sample in the time
 * range. Nothing given means all series.
 *
 * @public
 */
export interface SeriesFilter {
  readonly selectors?: readonly (readonly Matcher[])[] | undefined;
  /** Milliseconds since the epoch, inclusive. */
  readonly startMs?: number | undefined;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs?: number | undefined;
}

interface StoredSeries extends SeriesRef {
  readonly key: string;
  readonly columns: SampleColumns;
  /** Made when the series is first read. */
  prepared: PreparedLabels | undefined;
  /** Whether the store knows it: retention may have dropped it while somebody kept the reference. */
  isKnown: boolean;
}

// Neither a power of two nor a common number of series: neighbours get values that are far apart.
const SPREADS = 13;

/**
 * Series in memory, in typed arrays, found by their labels. It answers PromQL's evaluator at once, with views of its
 * arrays: what it handed out does not change when samples come or go.
 *
 * Series that are sampled together share their times: they are kept once, and one `select` hands out the same array for
 * all series that have samples at the same times.
 *
 * A sample at a time that its series already has changes nothing: the first one stays. Samples may come out of order;
 * in order is faster.
 *
 * @public
 */
export class SeriesStore implements SampleSource {
  readonly #series = new Map<string, StoredSeries>();
  /** The series that have samples. */
  readonly #index = new LabelIndex<StoredSeries>();
  readonly #recent = new RecentColumns();
  #sampleCount = 0;
  #createdCount = 0;

  /** The number of series that have samples. */
  get seriesCount(): number {
    return this.#index.size;
  }

  /** The number of samples, staleness markers included. */
  get sampleCount(): number {
    return this.#sampleCount;
  }

  /** Returns what the samples take. It looks at every series. */
  memory(): SampleMemory {
    const shared = new Set<TimeColumn>();
    let used = 0;
    let allocated = 0;
    for (const { columns } of this.#index.all()) {
      used += columns.usedBytes;
      allocated += columns.allocatedBytes;
      if (columns.times !== undefined) shared.add(columns.times);
    }
    for (const times of shared) {
      used += times.length * Float64Array.BYTES_PER_ELEMENT;
      allocated += times.allocatedBytes;
    }
    return { used, allocated };
  }

  /** Returns the time of the oldest sample in milliseconds since the epoch; `undefined` where there is none. */
  oldestTimeMs(): number | undefined {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { columns } of this.#index.all()) oldest = Math.min(oldest, columns.firstTimeMs);
    return oldest === Number.POSITIVE_INFINITY ? undefined : oldest;
  }

  /** Returns the time of the newest sample in milliseconds since the epoch; `undefined` where there is none. */
  newestTimeMs(): number | undefined {
    let newest = Number.NEGATIVE_INFINITY;
    for (const { columns } of this.#index.all()) newest = Math.max(newest, columns.lastTimeMs);
    return newest === Number.NEGATIVE_INFINITY ? undefined : newest;
  }

  /**
   * Returns the series of a label set, to append to. The series is found by queries from its first sample on. The
   * reference stays good for ever, also when retention drops the series meanwhile.
   */
  refFor(labels: Labels): SeriesRef {
    const entries = Object.entries(labels)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const canonical = Object.freeze(Object.fromEntries(entries));
    const key = labelsKey(canonical);
    const existing = this.#series.get(key);
    if (existing !== undefined) return existing;
    const columns = new SampleColumns(this.#recent, (this.#createdCount % SPREADS) / SPREADS);
    this.#createdCount += 1;
    const created: StoredSeries = { labels: canonical, key, columns, prepared: undefined, isKnown: true };
    this.#series.set(key, created);
    return created;
  }

  /**
   * Appends one sample to a series of this store.
   *
   * @param timeMs - Milliseconds since the epoch.
   * @returns whether it was added: `false` where the series already has a sample at this time.
   */
  appendTo(ref: SeriesRef, timeMs: number, value: number, isStale = false): boolean {
    const series = this.#attached(ref);
    if (timeMs > series.columns.lastTimeMs) {
      this.#push(series, timeMs, value, isStale);
      return true;
    }
    if (!(timeMs < series.columns.lastTimeMs)) return false;
    return this.#merge(series, [{ timeMs, value, isStale }]) === 1;
  }

  /**
   * Appends samples of any series, in any order.
   *
   * @returns how many were added; the others had a time that their series already has.
   */
  append(samples: Iterable<SeriesSample>): number {
    const countBefore = this.#sampleCount;
    // Those out of order are merged at the end, once for each series: one by one each would move all later samples.
    const late = new Map<StoredSeries, ColumnSample[]>();
    for (const { labels, timeMs, value, isStale = false } of samples) {
      const series = this.#attached(this.refFor(labels));
      if (timeMs > series.columns.lastTimeMs) this.#push(series, timeMs, value, isStale);
      else if (timeMs < series.columns.lastTimeMs) {
        const rows = late.get(series);
        if (rows === undefined) late.set(series, [{ timeMs, value, isStale }]);
        else rows.push({ timeMs, value, isStale });
      }
    }
    for (const [series, rows] of late) this.#merge(series, rows);
    return this.#sampleCount - countBefore;
  }

  /**
   * Adds samples of one series in any order. Each sample out of order moves all later ones; together they are moved once.
   *
   * @returns how many were added.
   */
  mergeInto(ref: SeriesRef, samples: readonly ColumnSample[]): number {
    return this.#merge(this.#attached(ref), samples);
  }

  /**
   * Puts samples of one series before those it has. Columns whose times increase and end before its first sample are
   * taken as they are, which is much faster than to append; others are merged.
   *
   * @param roomBefore - How many more samples will be put before these: what is known need not be guessed.
   * @returns how many were added.
   */
  prependTo(ref: SeriesRef, samples: SeriesColumns, roomBefore = 0): number {
    const series = this.#attached(ref);
    const { times, values, stale } = samples;
    if (times.length === 0) return 0;
    if (!isIncreasing(times) || !((times.at(-1) ?? Number.NaN) < series.columns.firstTimeMs)) {
      const rows = Array.from(times, (timeMs, row) => ({
        timeMs,
        value: values[row] ?? Number.NaN,
        isStale: stale?.[row] === 1,
      }));
      return this.#merge(series, rows);
    }
    if (series.columns.length === 0) this.#index.add(series);
    series.columns.prepend(samples, roomBefore);
    this.#sampleCount += times.length;
    return times.length;
  }

  select({ matchers, startMs, endMs }: SeriesRequest): readonly SampleSeries[] {
    const found: SampleSeries[] = [];
    for (const series of this.#index.select(matchers)) {
      const window = series.columns.window(startMs, endMs);
      if (window === undefined) continue;
      series.prepared ??= prepareLabels(series.labels);
      found.push({ labels: series.labels, prepared: series.prepared, ...window });
    }
    return found;
  }

  /** Returns the label sets of the series, in no particular order. */
  series(filter: SeriesFilter = {}): readonly Labels[] {
    return Array.from(this.#matching(filter), ({ labels }) => labels);
  }

  /** Returns the label names of the series, sorted, each once. */
  labelNames(filter: SeriesFilter = {}): readonly string[] {
    if (isUnfiltered(filter)) return [...this.#index.names()].sort();
    const names = new Set<string>();
    for (const { labels } of this.#matching(filter)) for (const name of Object.keys(labels)) names.add(name);
    return [...names].sort();
  }

  /** Returns the values of one label of the series, sorted, each once. */
  labelValues(name: string, filter: SeriesFilter = {}): readonly string[] {
    if (isUnfiltered(filter)) return [...this.#index.values(name)].sort();
    const values = new Set<string>();
    for (const { labels } of this.#matching(filter)) {
      const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
      if (value !== undefined) values.add(value);
    }
    return [...values].sort();
  }

  /**
   * Forgets the samples before a time, and the series that have none left.
   *
   * @param timeMs - Milliseconds since the epoch; a sample at exactly this time stays.
   * @returns how many samples were dropped.
   */
  dropBefore(timeMs: number): number {
    const countBefore = this.#sampleCount;
    for (const series of this.#series.values()) {
      this.#sampleCount -= series.columns.dropBefore(timeMs);
      if (series.columns.length > 0) continue;
      this.#series.delete(series.key);
      this.#index.delete(series);
      series.isKnown = false;
    }
    this.#recent.dropBefore(timeMs);
    return countBefore - this.#sampleCount;
  }

  #push(series: StoredSeries, timeMs: number, value: number, isStale: boolean): void {
    if (series.columns.length === 0) this.#index.add(series);
    series.columns.push(timeMs, value, isStale);
    this.#sampleCount += 1;
  }

  #merge(series: StoredSeries, rows: readonly ColumnSample[]): number {
    const isNew = series.columns.length === 0;
    const added = series.columns.merge(rows);
    if (isNew && added > 0) this.#index.add(series);
    this.#sampleCount += added;
    return added;
  }

  /** A reference may outlive its series: then the series of the same labels takes over, or the old one comes back. */
  #attached(ref: SeriesRef): StoredSeries {
    const series = ref as StoredSeries;
    if (series.isKnown) return series;
    const successor = this.#series.get(series.key);
    if (successor !== undefined) return successor;
    series.isKnown = true;
    this.#series.set(series.key, series);
    return series;
  }

  *#matching({
    selectors,
    startMs = Number.NEGATIVE_INFINITY,
    endMs = Number.POSITIVE_INFINITY,
  }: SeriesFilter): Iterable<StoredSeries> {
    const found =
      selectors === undefined || selectors.length === 0
        ? this.#index.all()
        : new Set(selectors.flatMap((matchers) => this.#index.select(matchers)));
    for (const series of found) if (series.columns.hasSampleIn(startMs, endMs)) yield series;
  }
}

function isUnfiltered({ selectors = [], startMs, endMs }: SeriesFilter): boolean {
  return selectors.length === 0 && startMs === undefined && endMs === undefined;
}

function isIncreasing(times: Float64Array): boolean {
  for (let row = 1; row < times.length; row += 1) {
    if (!((times[row] ?? Number.NaN) > (times[row - 1] ?? Number.NaN))) return false;
  }
  return true;
}
