import type { SampleBatch, StoredSample } from '../../store/SampleStore.ts';
import { NOTHING_SCRAPED, type ScrapeOutcome } from './attemptScrape.ts';
import type { ScrapedSeries } from './ScrapedSeries.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';

/** A scrape with its time. */
export interface TimedOutcome {
  readonly outcome: ScrapeOutcome;
  readonly timeMs: number;
  readonly durationSeconds: number;
}

/**
 * Remembers what the store has of a target, and works out from it what the next batch must say: which series ended,
 * how many are new, which metadata changed.
 */
export class ScrapeMemory {
  readonly #target: ScrapeTarget;
  /** What the last scrape that succeeded said, by metric. */
  #metadata: ReadonlyMap<string, string> = new Map();
  #series: ReadonlyMap<string, ScrapedSeries> = new Map();
  #lastTimeMs: number | undefined;

  constructor(target: ScrapeTarget) {
    this.#target = target;
  }

  /** Returns what the store is to be told of a scrape. */
  toBatch(scrape: TimedOutcome): SampleBatch {
    const { outcome, timeMs } = scrape;
    const gone = [...this.#series].flatMap(([key, series]) => (outcome.series.has(key) ? [] : [series]));
    const samples = [...outcome.samples, ...endOf(gone, timeMs), ...this.#report(scrape)];
    const metadata = outcome.metadata.filter(({ name, ...rest }) => this.#metadata.get(name) !== JSON.stringify(rest));
    return metadata.length === 0 ? { samples } : { samples, metadata };
  }

  /** Takes in that the store has the batch of this scrape. */
  commit({ outcome, timeMs }: TimedOutcome): void {
    this.#series = outcome.series;
    this.#lastTimeMs = timeMs;
    // A target may make up names without end; what it no longer gives is forgotten.
    if (outcome.error === undefined) {
      this.#metadata = new Map(outcome.metadata.map(({ name, ...rest }) => [name, JSON.stringify(rest)]));
    }
  }

  /** Returns the end of everything the store has; `undefined` where it has nothing. */
  toEnd(nowMs: number): SampleBatch | undefined {
    if (this.#lastTimeMs === undefined) return undefined;
    const timeMs = Math.max(Math.round(nowMs), this.#lastTimeMs + 1);
    const report = this.#report({ outcome: NOTHING_SCRAPED, timeMs, durationSeconds: 0 });
    return {
      samples: [...endOf(this.#series.values(), timeMs), ...report.map((sample) => ({ ...sample, isStale: true }))],
    };
  }

  #report({ outcome, timeMs, durationSeconds }: TimedOutcome): readonly StoredSample[] {
    const added = [...outcome.series.keys()].filter((key) => !this.#series.has(key)).length;
    const values: readonly (readonly [string, number])[] = [
      ['up', outcome.error === undefined ? 1 : 0],
      ['scrape_duration_seconds', durationSeconds],
      ['scrape_samples_scraped', outcome.scraped],
      ['scrape_samples_post_metric_relabeling', outcome.kept],
      ['scrape_series_added', added],
    ];
    return values.map(([name, value]) => ({ labels: { ...this.#target.labels, __name__: name }, timeMs, value }));
  }
}

function endOf(series: Iterable<ScrapedSeries>, timeMs: number): readonly StoredSample[] {
  return [...series].flatMap(({ labels, endsWhenGone }) =>
    endsWhenGone ? [{ labels, timeMs, value: Number.NaN, isStale: true }] : [],
  );
}
