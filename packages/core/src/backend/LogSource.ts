import type { LogEntry } from '../logs/LogEntry.ts';

/**
 * Which lines to look for.
 *
 * @public
 */
export interface LogRequest {
  /** A LogQL log query: a stream selector and line filters, such as `{app="api"} |= "error"`. */
  readonly expr: string;
  /** Milliseconds since the epoch, inclusive. */
  readonly startMs: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly endMs: number;
  /** At most so many lines. */
  readonly limit: number;
  /** Which end of the time range is cut off by the limit. @defaultValue 'backward': the newest lines are kept */
  readonly direction?: 'forward' | 'backward' | undefined;
}

/**
 * What a follower of logs wants to hear of.
 *
 * @public
 */
export interface LogSubscription {
  readonly expr: string;
  /** New lines, in order of time. `dropped` counts those left out because there were too many to pass on. */
  onEntries(entries: readonly LogEntry[], dropped: number): void;
  /** The connection failed for good or was lost; in the second case the source tries again by itself. */
  onError?(error: Error): void;
}

/**
 * Logs that can be searched. Every call rejects with a {@link GlasspaneError}, and with a {@link CancelledError} once
 * its signal is aborted.
 *
 * @public
 */
export interface LogSource {
  /** Returns lines, the newest first unless the direction is forward. */
  query(request: LogRequest, signal?: AbortSignal): Promise<readonly LogEntry[]>;
  /** Returns the names of the streams' labels, sorted. */
  labelNames(
    range: { readonly startMs: number; readonly endMs: number },
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
  /** Returns the values of one label, sorted. */
  labelValues(
    name: string,
    range: { readonly startMs: number; readonly endMs: number },
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
  /** Calls back for new lines; returns the function that ends it. A source without it is asked again instead. */
  tail?(subscription: LogSubscription): () => void;
}
