/**
 * What a store holds, and what it did since it was opened.
 *
 * @public
 */
export interface StoreStats {
  /** The series in memory or on disk. */
  readonly series: number;
  /** The series with samples in memory. */
  readonly headSeries: number;
  /** The samples in memory. */
  readonly headSamples: number;
  /** The bytes that the samples in memory take, room for more included; labels come on top. */
  readonly headBytes: number;
  /** The bytes that samples older than the head's window may fill up. */
  readonly headMaxBytes: number;
  /** From when on all samples are in memory; milliseconds since the epoch. */
  readonly headStartMs: number;
  /** Transactions that became durable. */
  readonly commits: number;
  /** Transactions that failed; their samples were refused. */
  readonly failedCommits: number;
  /** The time that transactions took, in seconds. */
  readonly commitSeconds: number;
  /** Samples that became durable. */
  readonly samples: number;
  /** Samples that were dropped because they repeat the newest one of their series. */
  readonly repeatedSamples: number;
}
