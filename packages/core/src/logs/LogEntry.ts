import type { Labels } from '@glasspane/promql/syntax';

/**
 * One line of a log.
 *
 * @public
 */
export interface LogEntry {
  /** The labels of the stream that it belongs to. */
  readonly labels: Labels;
  /** Nanoseconds since the epoch. */
  readonly timeNs: bigint;
  readonly line: string;
}
