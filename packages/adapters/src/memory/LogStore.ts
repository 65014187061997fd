import { GlasspaneError, type LogEntry, type LogRequest, type LogSource, type LogSubscription } from '@glasspane/core';
import { parseLogql } from '@glasspane/core/logs';
import { callListener } from '../internal/callListener.ts';
import { compileLogql } from './compileLogql.ts';
import { answer } from './createQuerySource.ts';
import { toMemoryError } from './toMemoryError.ts';

/**
 * Options of a {@link LogStore}.
 *
 * @public
 */
export interface LogStoreOptions {
  /** How many lines are kept; the oldest go first. @defaultValue 100000 */
  readonly maxEntries?: number | undefined;
}

interface Follower {
  readonly subscription: LogSubscription;
  readonly isWanted: (entry: LogEntry) => boolean;
}

const DEFAULT_MAX_ENTRIES = 100_000;
const MS = 1_000_000n;

/**
 * Log lines in this process, as a source of logs. Followers hear of lines at once.
 *
 * @public
 */
export class LogStore implements LogSource {
  readonly #maxEntries: number;
  readonly #followers = new Set<Follower>();
  /** In order of time; those of one moment as they came. */
  #entries: LogEntry[] = [];

  constructor({ maxEntries = DEFAULT_MAX_ENTRIES }: LogStoreOptions = {}) {
    this.#maxEntries = maxEntries;
  }

  get size(): number {
    return this.#entries.length;
  }

  /**
   * Adds lines. They may be older than those that are there.
   *
   * @throws {@link GlasspaneError} `invalid` when one has no labels; then none is added.
   */
  append(entries: readonly LogEntry[]): void {
    if (entries.some(({ labels }) => Object.keys(labels).length === 0)) {
      throw new GlasspaneError('invalid', 'A log entry needs at least one label, which names its stream.');
    }
    const sorted = entries.map((entry) => Object.freeze({ ...entry })).sort(byTime);
    const last = this.#entries.at(-1);
    const isNewer = last === undefined || sorted[0] === undefined || sorted[0].timeNs >= last.timeNs;
    const joined = [...this.#entries, ...sorted];
    this.#entries = (isNewer ? joined : joined.sort(byTime)).slice(-this.#maxEntries);
    for (const { subscription, isWanted } of this.#followers) {
      const wanted = sorted.filter(isWanted);
      if (wanted.length > 0) callListener(() => subscription.onEntries(wanted, 0));
    }
  }

  query(request: LogRequest, signal?: AbortSignal): Promise<readonly LogEntry[]> {
    return answer(signal, () => {
      const isWanted = compileLogql(parseLogql(request.expr));
      const found = this.#within(request).filter(isWanted);
      if (request.direction === 'forward') return found.slice(0, request.limit);
      return found.slice(Math.max(0, found.length - request.limit)).reverse();
    });
  }

  labelNames(range: TimeRangeMs, signal?: AbortSignal): Promise<readonly string[]> {
    return answer(signal, () => sortedSet(this.#within(range).flatMap(({ labels }) => Object.keys(labels))));
  }

  labelValues(name: string, range: TimeRangeMs, signal?: AbortSignal): Promise<readonly string[]> {
    return answer(signal, () =>
      sortedSet(this.#within(range).flatMap(({ labels }) => (Object.hasOwn(labels, name) ? [labels[name] ?? ''] : []))),
    );
  }

  tail(subscription: LogSubscription): () => void {
    let isWanted: Follower['isWanted'];
    try {
      isWanted = compileLogql(parseLogql(subscription.expr));
    } catch (error) {
      callListener(() => subscription.onError?.(toMemoryError(error)));
      return () => undefined;
    }
    const follower = { subscription, isWanted };
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #within({ startMs, endMs }: TimeRangeMs): readonly LogEntry[] {
    const [startNs, endNs] = [toNs(startMs), toNs(endMs)];
    return this.#entries.filter(({ timeNs }) => timeNs >= startNs && timeNs < endNs);
  }
}

interface TimeRangeMs {
  readonly startMs: number;
  readonly endMs: number;
}

const byTime = (a: LogEntry, b: LogEntry): number => (a.timeNs < b.timeNs ? -1 : a.timeNs > b.timeNs ? 1 : 0);

const sortedSet = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

// Milliseconds may have fractions, and infinity stands for no bound.
const toNs = (timeMs: number): bigint =>
  Number.isFinite(timeMs) ? BigInt(Math.round(timeMs * 1000)) * (MS / 1000n) : timeMs > 0 ? 2n ** 63n : -(2n ** 63n);
