import type { Labels } from '@glasspane/promql';
import type { Exposition } from '../exposition/Exposition.ts';
import type { RelabelRule } from './RelabelRule.ts';

/** Something that is scraped: over HTTP, or in this process. */
export interface ScrapeTarget {
  /** The job it belongs to. */
  readonly job: string;
  readonly url: string;
  /** The labels before relabeling, for people who look for a mistake. */
  readonly discoveredLabels: Labels;
  /** The labels that every one of its series gets; `job` and `instance` among them. */
  readonly labels: Labels;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly honorLabels: boolean;
  readonly honorTimestamps: boolean;
  readonly metricRelabelRules: readonly RelabelRule[];
  /** The most samples after relabeling; 0 for no limit. */
  readonly sampleLimit: number;
  /** Scrapes at once when started, instead of at a moment of its own within the interval. */
  readonly startsAtOnce: boolean;
  /** @throws Error When there is no exposition to be had. Honours the signal. */
  scrape(signal: AbortSignal): Promise<Exposition>;
}
