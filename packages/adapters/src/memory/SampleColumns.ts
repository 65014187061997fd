import type { RecentColumns } from './RecentColumns.ts';
import { grownRoom, type RowRange, type TimeColumn } from './TimeColumn.ts';

/**
 * One sample of a series that is known otherwise.
 *
 * @public
 */
export interface ColumnSample {
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  /** Ignored where the sample is a staleness marker. */
  readonly value: number;
  /** Marks the end of the series, as Prometheus's staleness marker does. */
  readonly isStale: boolean;
}

/** The samples of a column between two rows. */
export interface ColumnWindow {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly stale?: Uint8Array | undefined;
}

const FIRST_CAPACITY = 8;

/**
 * The samples of one series in growing typed arrays, ordered by time, each time once. The times may be shared with others.
 *
 * A window that was handed out never changes afterwards: rows are only written before the first and behind the last one,
 * and everything that would move rows (an insertion, growth, compaction) writes new arrays. A query may therefore hold
 * windows across an await.
 */
export class SampleColumns {
  readonly #recent: RecentColumns;
  readonly #spread: number;
  #times: TimeColumn | undefined;
  /** The rows of the times that are rows of this series. */
  #first = 0;
  #end = 0;
  #values: Float64Array = new Float64Array(FIRST_CAPACITY);
  #stale: Uint8Array | undefined;
  /** Where row 0 lies, or would lie, in the values. */
  #origin = 0;

  /**
   * @param recent - Where to look for times to share.
   * @param spread - From 0 to 1, different from series to series: when to grow.
   */
  constructor(recent: RecentColumns, spread: number) {
    this.#recent = recent;
    this.#spread = spread;
  }

  get length(): number {
    return this.#end - this.#first;
  }

  /** The column of its times; `undefined` where there is no sample. */
  get times(): TimeColumn | undefined {
    return this.#times;
  }

  /** The bytes that it has taken for values and staleness markers, room for more included. */
  get allocatedBytes(): number {
    return this.#values.byteLength + (this.#stale?.byteLength ?? 0);
  }

  /** The bytes of its values and staleness markers. */
  get usedBytes(): number {
    return this.length * (this.#stale === undefined ? 8 : 9);
  }

  /** The time of the first sample; `Infinity` where there is none. */
  get firstTimeMs(): number {
    return this.#times?.at(this.#first) ?? Number.POSITIVE_INFINITY;
  }

  /** The time of the last sample; `-Infinity` where there is none. */
  get lastTimeMs(): number {
    return this.#times?.at(this.#end - 1) ?? Number.NEGATIVE_INFINITY;
  }

  /** Writes a sample behind the last one. The caller has made sure that `timeMs > lastTimeMs`. */
  push(timeMs: number, value: number, isStale: boolean): void {
    this.#advance(timeMs);
    if (this.#end + this.#origin === this.#values.length) this.#reallocate(0, grownRoom(this.length, this.#spread));
    const index = this.#end + this.#origin;
    if (isStale) this.#stale ??= new Uint8Array(this.#values.length);
    this.#values[index] = value;
    if (this.#stale !== undefined) this.#stale[index] = isStale ? 1 : 0;
    this.#end += 1;
  }

  /**
   * Writes samples before the first one. The caller has made sure that their times increase and end before `firstTimeMs`.
   *
   * @param roomBefore - How many more rows will come before them.
   */
  prepend({ times, values, stale }: ColumnWindow, roomBefore: number): void {
    const count = times.length;
    if (count === 0) return;
    if (this.#times === undefined) {
      this.#begin(times, roomBefore);
      this.#first += count;
      this.#end += count;
      this.#origin = -this.#first;
    } else {
      this.#times = this.#times.joined(this.#rows, times, this.#first - count, roomBefore);
    }
    if (this.#first + this.#origin < count) this.#reallocate(count + roomBefore, this.#roomBehind());
    const index = this.#first + this.#origin - count;
    this.#values.set(values, index);
    if (stale !== undefined) {
      this.#stale ??= new Uint8Array(this.#values.length);
      this.#stale.set(stale, index);
    }
    this.#first -= count;
  }

  /**
   * Merges samples in any order. At a time that is already there nothing changes, and among new samples of one time the
   * first counts.
   *
   * @returns how many were added.
   */
  merge(samples: readonly ColumnSample[]): number {
    const lengthBefore = this.length;
    const merged = new MergedRows(lengthBefore + samples.length + FIRST_CAPACITY);
    const incoming = [...samples].sort((a, b) => a.timeMs - b.timeMs);
    // Late samples are mostly not very late: what is older than all of them is taken as it is.
    const older = this.window(Number.NEGATIVE_INFINITY, incoming[0]?.timeMs ?? Number.POSITIVE_INFINITY);
    if (older !== undefined) merged.take(older);
    let next = 0;
    for (let row = this.#first + merged.length; row < this.#end; row += 1) {
      const timeMs = this.#times?.at(row) ?? Number.NaN;
      for (let sample = incoming[next]; sample !== undefined && sample.timeMs < timeMs; sample = incoming[next]) {
        merged.push(sample.timeMs, sample.value, sample.isStale);
        next += 1;
      }
      const index = row + this.#origin;
      merged.push(timeMs, this.#values[index] ?? Number.NaN, this.#stale?.[index] === 1);
    }
    for (; next < incoming.length; next += 1) {
      const sample = incoming[next];
      if (sample !== undefined) merged.push(sample.timeMs, sample.value, sample.isStale);
    }
    const { length } = merged;
    this.#begin(merged.times.subarray(0, length), 0);
    this.#values = merged.values;
    this.#stale = merged.stale;
    this.#end = this.#first + length;
    return length - lengthBefore;
  }

  /** Returns the samples with `afterMs < time <= endMs`, without copying; `undefined` where there is none. */
  window(afterMs: number, endMs: number): ColumnWindow | undefined {
    if (this.#times === undefined) return undefined;
    const rows = this.#times.rowsIn(afterMs, endMs);
    const from = Math.max(rows.first, this.#first);
    const to = Math.min(rows.end, this.#end);
    if (from >= to) return undefined;
    const times = this.#times.view(from, to);
    const values = this.#values.subarray(from + this.#origin, to + this.#origin);
    if (this.#stale === undefined) return { times, values };
    return { times, values, stale: this.#stale.subarray(from + this.#origin, to + this.#origin) };
  }

  /** Tells whether there is a sample with `startMs <= time <= endMs`. */
  hasSampleIn(startMs: number, endMs: number): boolean {
    if (this.#times === undefined || startMs > this.lastTimeMs || endMs < this.firstTimeMs) return false;
    // The last one that is not too late is there, because the first one is not.
    const row = Math.min(this.#times.rowsIn(Number.NEGATIVE_INFINITY, endMs).end, this.#end) - 1;
    return this.#times.at(row) >= startMs;
  }

  /**
   * Forgets the samples before a time. Those that share its times forget them with it.
   *
   * @returns how many there were.
   */
  dropBefore(timeMs: number): number {
    if (this.#times === undefined) return 0;
    this.#times.dropBefore(timeMs);
    const dropped = Math.min(this.#times.first, this.#end) - this.#first;
    if (dropped <= 0) return 0;
    this.#first += dropped;
    if (this.length === 0) this.#clear();
    else if (this.#first + this.#origin > this.#values.length / 2) this.#reallocate(0, FIRST_CAPACITY);
    return dropped;
  }

  get #rows(): RowRange {
    return { first: this.#first, end: this.#end };
  }

  /** Gets the times one row further. */
  #advance(timeMs: number): void {
    if (this.#times === undefined) this.#begin(Float64Array.of(timeMs), 0);
    else if (this.#times.end === this.#end) {
      this.#times.append(timeMs);
      this.#recent.note(this.#times);
    } else if (this.#times.at(this.#end) !== timeMs) {
      this.#times = this.#times.joined(this.#rows, Float64Array.of(timeMs), this.#end);
      this.#recent.note(this.#times);
    }
  }

  /** Finds a place for the times, and begins there with no row. */
  #begin(times: Float64Array, roomBefore: number): void {
    const { column, row } = this.#recent.place(times, roomBefore);
    this.#times = column;
    this.#first = row;
    this.#end = row;
    this.#origin = -row;
  }

  #roomBehind(): number {
    return this.#values.length - this.#end - this.#origin;
  }

  #reallocate(before: number, behind: number): void {
    const [from, to] = [this.#first + this.#origin, this.#end + this.#origin];
    const capacity = before + this.length + behind;
    const values = new Float64Array(capacity);
    values.set(this.#values.subarray(from, to), before);
    this.#values = values;
    if (this.#stale !== undefined) {
      const stale = new Uint8Array(capacity);
      stale.set(this.#stale.subarray(from, to), before);
      this.#stale = stale;
    }
    this.#origin = before - this.#first;
  }

  #clear(): void {
    this.#times = undefined;
    this.#values = new Float64Array(FIRST_CAPACITY);
    this.#stale = undefined;
    this.#first = 0;
    this.#end = 0;
    this.#origin = 0;
  }
}

/** Rows in the order of time; of several for one time the first one stays. */
class MergedRows {
  readonly times: Float64Array;
  readonly values: Float64Array;
  stale: Uint8Array | undefined;
  length = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
  }

  /** Takes the first rows. */
  take({ times, values, stale }: ColumnWindow): void {
    this.times.set(times);
    this.values.set(values);
    if (stale !== undefined) {
      this.stale = new Uint8Array(this.values.length);
      this.stale.set(stale);
    }
    this.length = times.length;
  }

  push(timeMs: number, value: number, isStale: boolean): void {
    if (this.length > 0 && !(timeMs > (this.times[this.length - 1] ?? Number.NaN))) return;
    if (isStale) {
      this.stale ??= new Uint8Array(this.values.length);
      this.stale[this.length] = 1;
    }
    this.times[this.length] = timeMs;
    this.values[this.length] = value;
    this.length += 1;
  }
}
