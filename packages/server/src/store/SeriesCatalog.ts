import { LabelIndex, type SeriesRef } from '@glasspane/adapters/memory';
import type { Labels, Matcher } from '@glasspane/promql';

/** A series the store knows, in memory or only on disk. */
export interface CatalogSeries {
  /** Its number in the database. */
  readonly id: number;
  /** Where the head keeps its recent samples. */
  readonly ref: SeriesRef;
  /** The same object as `ref.labels`. */
  readonly labels: Labels;
  /** The time of its oldest durable sample that is known of. */
  firstMs: number;
  /** The time of its newest durable sample that is known of. */
  lastMs: number;
}

/** All series of the store, found by label set, by number and by matchers. */
export class SeriesCatalog {
  readonly #byKey = new Map<string, CatalogSeries>();
  readonly #byId = new Map<number, CatalogSeries>();
  readonly #index = new LabelIndex<CatalogSeries>();
  #nextId = 1;
  #hasHistory = false;

  get size(): number {
    return this.#byId.size;
  }

  /** The number that the next new series gets. */
  get nextId(): number {
    return this.#nextId;
  }

  find(key: string): CatalogSeries | undefined {
    return this.#byKey.get(key);
  }

  byId(id: number): CatalogSeries | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<CatalogSeries> {
    return this.#byId.values();
  }

  add(series: CatalogSeries): void {
    this.#byKey.set(seriesKey(series.labels), series);
    this.#byId.set(series.id, series);
    this.#index.add(series);
    this.#nextId = Math.max(this.#nextId, series.id + 1);
  }

  delete(series: CatalogSeries): void {
    this.#byKey.delete(seriesKey(series.labels));
    this.#byId.delete(series.id);
    this.#index.delete(series);
  }

  /** Returns the time of the oldest sample that is known of; `Infinity` where there is none. */
  firstMs(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { firstMs } of this.#byId.values()) first = Math.min(first, firstMs);
    return first;
  }

  /** Says that `firstMs` and `lastMs` now cover everything on disk. Before, any series may have samples at any time. */
  markHistoryKnown(): void {
    this.#hasHistory = true;
  }

  /** Returns the series that satisfy all matchers and may have samples with `startMs <= time <= endMs`. */
  select(matchers: readonly Matcher[], startMs: number, endMs: number): CatalogSeries[] {
    return this.#index.select(matchers).filter((series) => this.#mayOverlap(series, startMs, endMs));
  }

  #mayOverlap({ firstMs, lastMs }: CatalogSeries, startMs: number, endMs: number): boolean {
    return !this.#hasHistory || (firstMs <= endMs && lastMs >= startMs);
  }
}

/** Makes a series that no catalog has yet, without samples. */
export function createSeries(id: number, ref: SeriesRef): CatalogSeries {
  return { id, ref, labels: ref.labels, firstMs: Number.POSITIVE_INFINITY, lastMs: Number.NEGATIVE_INFINITY };
}

/** Widens the known times of a series to one more sample. */
export function noteTime(series: CatalogSeries, timeMs: number): void {
  if (timeMs < series.firstMs) series.firstMs = timeMs;
  if (timeMs > series.lastMs) series.lastMs = timeMs;
}

/** Returns a text that two label sets share exactly when they are equal, whatever the order of their labels. */
export function seriesKey(labels: Labels): string {
  const names = Object.keys(labels);
  if (!isSorted(names)) names.sort();
  let key = '';
  for (const name of names) {
    const value = labels[name] ?? '';
    // Lengths, because names and values may hold any separator one could think of.
    key += `${name.length}:${name}${value.length}:${value}`;
  }
  return key;
}

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index += 1) {
    if ((names[index - 1] ?? '') > (names[index] ?? '')) return false;
  }
  return true;
}
