import { type Clock, GlasspaneError, type MetricDescriptor } from '@glasspane/core';
import type { StoredSample } from '../../store/SampleStore.ts';
import { formatDuration } from '../config/duration.ts';
import type { Exposition } from '../exposition/Exposition.ts';
import { describeError } from './describeError.ts';
import { type ScrapedSeries, toScrapedSamples } from './ScrapedSeries.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';
import type { SeriesLabeller } from './SeriesLabeller.ts';

/** How a scrape went: what it gives to the store, or why it gives nothing. */
export interface ScrapeOutcome {
  readonly samples: readonly StoredSample[];
  /** The series by an identity of their labels. */
  readonly series: ReadonlyMap<string, ScrapedSeries>;
  readonly metadata: readonly MetricDescriptor[];
  /** How many samples the target exposed. */
  readonly scraped: number;
  /** How many of them relabeling left. */
  readonly kept: number;
  /** Left out where the scrape succeeded. */
  readonly error?: string | undefined;
}

/** The outcome of a scrape that gave nothing. */
export const NOTHING_SCRAPED: ScrapeOutcome = { samples: [], series: new Map(), metadata: [], scraped: 0, kept: 0 };

/** What a scrape needs besides its target. */
export interface AttemptOptions {
  /** The time that the samples get. */
  readonly timeMs: number;
  readonly labeller: SeriesLabeller;
  readonly clock: Clock;
  /** Cuts the scrape short. */
  readonly stopping: AbortSignal;
}

/** Scrapes the target once. Never fails: what goes wrong is in the outcome. */
export async function attemptScrape(target: ScrapeTarget, options: AttemptOptions): Promise<ScrapeOutcome> {
  const { timeMs, labeller, clock, stopping } = options;
  try {
    const { samples, metadata } = await scrapeInTime(target, clock, stopping);
    const { sampleLimit, honorTimestamps } = target;
    const labelled = toScrapedSamples(samples, { labeller, honorTimestamps, timeMs });
    const counts = { scraped: samples.length, kept: labelled.kept };
    if (sampleLimit > 0 && labelled.kept > sampleLimit) {
      const error = `The target gives ${labelled.kept} samples, over the sample_limit of ${sampleLimit}.`;
      return { ...NOTHING_SCRAPED, ...counts, error };
    }
    return { ...labelled, ...counts, metadata };
  } catch (error) {
    return { ...NOTHING_SCRAPED, error: describeError(error) };
  }
}

/** Gives up at the timeout even where the target does not heed the signal. */
function scrapeInTime(target: ScrapeTarget, clock: Clock, stopping: AbortSignal): Promise<Exposition> {
  const controller = new AbortController();
  const { signal } = controller;
  const onStop = (): void => controller.abort(stopping.reason);
  stopping.addEventListener('abort', onStop, { once: true });
  const cancelTimeout = clock.setTimeout(() => {
    controller.abort(
      new GlasspaneError(
        'timeout',
        `The target did not answer within the timeout of ${formatDuration(target.timeoutMs)}.`,
      ),
    );
  }, target.timeoutMs);
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([target.scrape(signal), givenUp]).finally(() => {
    cancelTimeout();
    stopping.removeEventListener('abort', onStop);
  });
}
