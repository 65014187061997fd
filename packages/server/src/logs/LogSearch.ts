import type { LogqlQuery } from '@glasspane/core/logs';
import type { Labels } from '@glasspane/promql';

/** A stretch of time; `undefined` stands for no bound. */
export interface LogTimeRange {
  /** Nanoseconds since the epoch, inclusive. */
  readonly startNs?: bigint | undefined;
  /** Nanoseconds since the epoch, exclusive. */
  readonly endNs?: bigint | undefined;
}

/** Which lines to look for. */
export interface LogSearch extends LogTimeRange {
  readonly query: LogqlQuery;
  /** At most so many lines. */
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
}

/** One line as it was stored. */
export interface StoredLog {
  /** The labels of its stream; the same object for the same stream. */
  readonly labels: Labels;
  readonly timeNs: bigint;
  readonly line: string;
  readonly metadata: Labels | undefined;
}
