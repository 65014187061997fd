import { type SeriesRef, type SeriesSample, SeriesStore } from '@glasspane/adapters/memory';
import type { Labels, Matcher, SampleSeries } from '@glasspane/promql';
import type { PlannedSample } from './planWrite.ts';
import type { CatalogSeries } from './SeriesCatalog.ts';

/** The recent samples, in memory: all of them from {@link startMs} on. */
export class Head {
  readonly #store = new SeriesStore();
  #startMs: number;

  constructor(startMs: number) {
    this.#startMs = Math.ceil(startMs);
  }

  /** Milliseconds since the epoch, a whole number. It only moves forward. */
  get startMs(): number {
    return this.#startMs;
  }

  get seriesCount(): number {
    return this.#store.seriesCount;
  }

  get sampleCount(): number {
    return this.#store.sampleCount;
  }

  refFor(labels: Labels): SeriesRef {
    return this.#store.refFor(labels);
  }

  /** Appends one sample of a series, later than its others. */
  append({ ref }: CatalogSeries, timeMs: number, value: number, isStale: boolean): void {
    this.#store.appendTo(ref, timeMs, value, isStale);
  }

  /** Takes the samples that are recent enough, in any order. The first sample of a series for a time stays. */
  insert(samples: readonly PlannedSample[]): void {
    const newest = new Map<CatalogSeries, number>();
    const late: SeriesSample[] = [];
    for (const { series, sample } of samples) {
      if (sample.timeMs < this.#startMs) continue;
      // Each late sample moves all those behind it; together they are moved once. The first one goes by the reference,
      // which brings the series back under the labels the catalog knows it by.
      const newestMs = newest.get(series);
      if (newestMs !== undefined && sample.timeMs < newestMs) {
        late.push({ ...sample, labels: series.labels });
        continue;
      }
      this.#store.appendTo(series.ref, sample.timeMs, sample.value, sample.isStale);
      newest.set(series, Math.max(sample.timeMs, series.lastMs));
    }
    this.#store.append(late);
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
  trim(startMs: number): void {
    this.#startMs = Math.max(this.#startMs, Math.ceil(startMs));
    this.#store.dropBefore(this.#startMs);
  }
}
