import type { Labels } from '@glasspane/promql';

/** How the last scrape of a target went. */
export type TargetHealth = 'up' | 'down' | 'unknown';

/** One target, in the form of Prometheus's `/api/v1/targets`. */
export interface ActiveTarget {
  /** The labels before relabeling. */
  readonly discoveredLabels: Labels;
  /** The labels that its series get. */
  readonly labels: Labels;
  /** The job that the target belongs to. */
  readonly scrapePool: string;
  readonly scrapeUrl: string;
  readonly globalUrl: string;
  /** Why the last scrape failed; empty where it did not. */
  readonly lastError: string;
  /** When the last scrape began, in RFC 3339; `0001-01-01T00:00:00Z` before the first. */
  readonly lastScrape: string;
  /** How long it took, in seconds. */
  readonly lastScrapeDuration: number;
  readonly health: TargetHealth;
  /** A duration as Prometheus writes it: `15s`. */
  readonly scrapeInterval: string;
  readonly scrapeTimeout: string;
}

/** The `data` of Prometheus's answer to `/api/v1/targets`. */
export interface TargetsReport {
  readonly activeTargets: readonly ActiveTarget[];
  /** What relabeling dropped. */
  readonly droppedTargets: readonly { readonly discoveredLabels: Labels }[];
  /** How many targets relabeling dropped, by job. */
  readonly droppedTargetCounts: Readonly<Record<string, number>>;
}
