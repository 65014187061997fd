export type SeriesLabels = Readonly<Record<string, string>>;

/** One scrape of a target. */
export interface Scrape {
  /** Seconds since the first scrape that is kept; negative before it. */
  readonly seconds: number;
  /** The target has restarted since the scrape before: its counters begin at zero again. */
  readonly hasRestarted: boolean;
}

/** Some metrics of a target. */
export interface Exporter {
  readonly series: readonly SeriesLabels[];
  /** Writes the next value of each series from a position on, in the order of {@link series}. */
  scrape(scrape: Scrape, values: Float64Array, at: number): void;
}

/** The seconds between two scrapes of a target. */
export const SCRAPE_SECONDS = 15;

/** Returns how busy everything is at a moment, around 1: it rises and falls with the day. */
export function loadAt(seconds: number): number {
  return 1 + 0.4 * Math.sin((seconds / 86_400) * 2 * Math.PI) + 0.1 * Math.sin(seconds / 900);
}

/** The numbers from 0 to below the count. */
export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
