import { createNoise } from './createNoise.ts';
import { createTargets, type Target } from './createTargets.ts';
import { SCRAPE_SECONDS, type SeriesLabels } from './Exporter.ts';

const STEP_MS = SCRAPE_SECONDS * 1000;
const SCRAPES_PER_BATCH = 20;
// Two hours that nobody sees: programs do not all start when somebody begins to watch them. Besides, Prometheus 2 and 3
// judge differently how far a counter reaches back that began near zero in the middle of a window.
const UNSEEN_SCRAPES = 480;

/** How much there is, and where it lies in time. */
export interface DatasetOptions {
  readonly seriesCount: number;
  readonly hours: number;
  /** Milliseconds since the epoch; the last scrapes end just before. */
  readonly endMs: number;
  /** Lets each scrape come some milliseconds early or late, as those of a busy collector do. */
  readonly hasJitter: boolean;
}

/** Samples of one series. */
export interface SeriesColumn {
  readonly labels: SeriesLabels;
  /** Milliseconds since the epoch; series of one target share them. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** Makes the samples of all series, a few minutes at a time. The same options give the same samples. */
export function* makeBatches(options: DatasetOptions): Generator<readonly SeriesColumn[]> {
  const startMs = options.endMs - options.hours * 3_600_000;
  const targets = createTargets(options.seriesCount).map((target, index) =>
    createScraper(target, index, options.hasJitter),
  );
  const scrapes = Math.round((options.hours * 3600) / SCRAPE_SECONDS);
  for (let first = 0; first < scrapes; first += SCRAPES_PER_BATCH) {
    const count = Math.min(SCRAPES_PER_BATCH, scrapes - first);
    yield targets.flatMap((scrape) => scrape(startMs, first, count));
  }
}

type Scraper = (startMs: number, first: number, count: number) => readonly SeriesColumn[];

function createScraper(target: Target, index: number, hasJitter: boolean): Scraper {
  const noise = createNoise(index);
  // Prometheus 3 leaves out a sample at the very start of a window, Prometheus 2 takes it: none is to lie there.
  const offsetMs = 20 + Math.floor((STEP_MS - 40) * noise());
  const labels = target.exporters.flatMap(({ series }) => series);
  const row = new Float64Array(labels.length);
  for (let number = -UNSEEN_SCRAPES; number < 0; number += 1) scrapeInto(row, target, number);
  return (startMs, first, count) => {
    const times = new Float64Array(count);
    const columns = labels.map((it): SeriesColumn => ({ labels: it, times, values: new Float64Array(count) }));
    for (let scrape = 0; scrape < count; scrape += 1) {
      const number = first + scrape;
      const lateMs = hasJitter ? Math.round(10 * noise() - 5) : 0;
      times[scrape] = startMs + number * STEP_MS + offsetMs + lateMs;
      scrapeInto(row, target, number);
      for (const [column, { values }] of columns.entries()) values[scrape] = row[column] ?? 0;
    }
    return columns;
  };
}

function scrapeInto(row: Float64Array, { exporters, restartEvery }: Target, number: number): void {
  const hasRestarted = restartEvery > 0 && number > 0 && number % restartEvery === 0;
  let at = 0;
  for (const exporter of exporters) {
    exporter.scrape({ seconds: number * SCRAPE_SECONDS, hasRestarted }, row, at);
    at += exporter.series.length;
  }
}
