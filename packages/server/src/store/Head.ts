import {
  type ColumnSample,
  type SampleMemory,
  type SeriesColumns,
  type SeriesRef,
  SeriesStore,
} from '@glasspane/adapters/memory';
import type { Labels, Matcher, SampleSeries } from '@glasspane/promql';
import type { PlannedSample } from './planWrite.ts';
import type { CatalogSeries } from './SeriesCatalog.ts';

/** The time that the head is about to cover, and what became of it meanwhile. */
interface Extension {
  readonly fromMs: number;
  /** What was committed for it. */
  readonly late: PlannedSample[];
  /** What is older was dropped. */
  droppedBeforeMs: number;
}

/** The recent samples, in memory: all of them from {@link startMs} on. */
export class Head {
  readonly #store = new SeriesStore();
  #startMs: number;
  #extension: Extension | undefined;

  constructor(startMs: number) {
    this.#startMs = Math.ceil(startMs);
  }

  /** Milliseconds since the epoch, a whole number. It moves forward when samples are dropped, and back by {@link extend}. */
  get startMs(): number {
    return this.#startMs;
  }

  get seriesCount(): number {
    return this.#store.seriesCount;
  }

  get sampleCount(): number {
    return this.#store.sampleCount;
  }

  /** Returns what the samples take, in bytes. */
  memory(): SampleMemory {
    return this.#store.memory();
  }

  refFor(labels: Labels): SeriesRef {
    return this.#store.refFor(labels);
  }

  /** Puts older samples of a series before those it has. Queries see them once the head covers their time. */
  prepend({ ref }: CatalogSeries, samples: SeriesColumns, roomBefore: number): void {
    this.#store.prependTo(ref, samples, roomBefore);
  }

  /** Takes the samples that are recent enough, in any order. The first sample of a series for a time stays. */
  insert(samples: readonly PlannedSample[]): void {
    const newest = new Map<CatalogSeries, number>();
    const late = new Map<CatalogSeries, ColumnSample[]>();
    for (const planned of samples) {
      const { series, sample } = planned;
      if (sample.timeMs < this.#startMs) {
        // What is read meanwhile may have been read before this was written.
        if (this.#extension !== undefined && sample.timeMs >= this.#extension.fromMs) {
          this.#extension.late.push(planned);
        }
        continue;
      }
      // Each late sample moves all those behind it; together they are moved once.
      const newestMs = newest.get(series) ?? series.lastMs;
      if (sample.timeMs < newestMs) {
        const { timeMs, value, isStale = false } = sample;
        const rows = late.get(series);
        if (rows === undefined) late.set(series, [{ timeMs, value, isStale }]);
        else rows.push({ timeMs, value, isStale });
        continue;
      }
      this.#store.appendTo(series.ref, sample.timeMs, sample.value, sample.isStale);
      newest.set(series, sample.timeMs);
    }
    for (const [series, rows] of late) this.#store.mergeInto(series.ref, rows);
  }

  /**
   * Covers more of the past: everything from a time on, once the samples are loaded. One extension runs at a time.
   *
   * @param load - Puts in the samples between that time and the start, by {@link prepend}. It reads what is committed when it
   * is called or later; what is committed after that is added here.
   */
  async extend(fromMs: number, load: () => Promise<void>): Promise<void> {
    const startMs = this.#startMs;
    const extension: Extension = { fromMs, late: [], droppedBeforeMs: Number.NEGATIVE_INFINITY };
    this.#extension = extension;
    try {
      await load();
      // Otherwise samples between the two were dropped meanwhile.
      if (this.#startMs === startMs) this.#startMs = Math.max(fromMs, extension.droppedBeforeMs);
    } finally {
      this.#extension = undefined;
      this.#store.dropBefore(this.#startMs);
    }
    this.insert(extension.late);
  }

  /** Returns the samples with `startMs < time <= endMs` from the start of the head on. */
  select(matchers: readonly Matcher[], startMs: number, endMs: number): readonly SampleSeries[] {
    // Times are whole numbers: behind the millisecond before the start means from the start on.
    return this.#store.select({ matchers, startMs: Math.max(startMs, this.#startMs - 1), endMs });
  }

  /** Returns the label sets of the series that satisfy one of the selectors and have a sample in the time range. */
  series(selectors: readonly (readonly Matcher[])[], startMs: number, endMs: number): readonly Labels[] {
    return this.#store.series({ selectors, startMs, endMs });
  }

  /** Forgets the samples before a time. */
  trim(timeMs: number): void {
    const beforeMs = Math.ceil(timeMs);
    if (this.#extension !== undefined) {
      this.#extension.droppedBeforeMs = Math.max(this.#extension.droppedBeforeMs, beforeMs);
    }
    this.#startMs = Math.max(this.#startMs, beforeMs);
    this.#store.dropBefore(beforeMs);
  }

  /**
   * Forgets the oldest samples where all of them take too much. They are taken to be spread evenly over time; where they
   * are not, another call goes on.
   *
   * @param bytes - What the samples may take.
   * @param latestMs - What is newer stays, whatever it takes.
   */
  shrink(bytes: number, latestMs: number): void {
    const { used } = this.memory();
    if (used <= bytes) return;
    const newestMs = this.#store.newestTimeMs() ?? this.#startMs;
    const share = 1 - bytes / used;
    const timeMs = this.#startMs + share * Math.max(newestMs - this.#startMs, 0);
    this.trim(share === 1 ? latestMs : Math.min(latestMs, timeMs));
  }
}
