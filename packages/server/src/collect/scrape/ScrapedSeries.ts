import { MAX_AHEAD_MS } from '../../maxAheadMs.ts';
import type { StoredSample } from '../../store/SampleStore.ts';
import type { ExposedSample } from '../exposition/Exposition.ts';
import type { LabelledSeries, SeriesLabeller } from './SeriesLabeller.ts';

/** A series that a scrape gave. */
export interface ScrapedSeries extends LabelledSeries {
  /** False where the target itself says the time of its samples: then it also says when they end. */
  readonly endsWhenGone: boolean;
}

/** What one scrape gives to the store. */
export interface ScrapedSamples {
  readonly samples: readonly StoredSample[];
  /** The series by their keys. */
  readonly series: ReadonlyMap<string, ScrapedSeries>;
  /** How many samples relabeling left and the store can keep, those included that another sample of the same scrape stands for. */
  readonly kept: number;
}

/** How the samples of a scrape get their labels and times. */
export interface ScrapedSamplesOptions {
  readonly labeller: SeriesLabeller;
  readonly honorTimestamps: boolean;
  /** The time of the scrape. */
  readonly timeMs: number;
}

/**
 * Makes stored samples of exposed ones.
 *
 * @throws Error When relabeling leaves a sample without a metric name.
 */
export function toScrapedSamples(
  exposed: readonly ExposedSample[],
  { labeller, honorTimestamps, timeMs }: ScrapedSamplesOptions,
): ScrapedSamples {
  const samples: StoredSample[] = [];
  const series = new Map<string, ScrapedSeries>();
  let kept = 0;
  for (const sample of exposed) {
    const labelled = labeller.label(sample.labels);
    const ownTimeMs = honorTimestamps ? sample.timeMs : undefined;
    // A time that is far ahead would stay in memory and on disk until it comes.
    if (labelled === undefined || (ownTimeMs !== undefined && ownTimeMs > timeMs + MAX_AHEAD_MS)) continue;
    kept += 1;
    const { labels, key } = labelled;
    // One time has one value: the first, as in Prometheus.
    if (ownTimeMs === undefined && series.has(key)) continue;
    series.set(key, { labels, key, endsWhenGone: ownTimeMs === undefined });
    samples.push({ labels, value: sample.value, timeMs: ownTimeMs ?? timeMs });
  }
  return { samples, series, kept };
}
