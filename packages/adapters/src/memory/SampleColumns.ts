/** One sample of a series that is not known here by name. */
export interface ColumnSample {
  readonly timeMs: number;
  readonly value: number;
  readonly isStale: boolean;
}

/** The samples of a column between two rows. */
export interface ColumnWindow {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly stale?: Uint8Array | undefined;
}

const FIRST_CAPACITY = 8;
const GROWTH = 1.5;

/**
 * The samples of one series in growing typed arrays, ordered by time, each time once.
 *
 * A window that was handed out never changes afterwards: rows are only written behind the last one, and everything that
 * would move rows (an insertion, growth, compaction) writes new arrays. A query may therefore hold windows across an await.
 */
export class SampleColumns {
  #times: Float64Array = new Float64Array(FIRST_CAPACITY);
  #values: Float64Array = new Float64Array(FIRST_CAPACITY);
  #stale: Uint8Array | undefined;
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** The time of the first sample; `Infinity` where there is none. */
  get firstTimeMs(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : (this.#times[this.#start] ?? Number.NaN);
  }

  /** The time of the last sample; `-Infinity` where there is none. */
  get lastTimeMs(): number {
    return this.length === 0 ? Number.NEGATIVE_INFINITY : (this.#times[this.#end - 1] ?? Number.NaN);
  }

  /** Writes a sample behind the last one. The caller has made sure that `timeMs > lastTimeMs`. */
  push(timeMs: number, value: number, isStale: boolean): void {
    if (this.#end === this.#times.length) this.#reallocate(Math.ceil(this.length * GROWTH) + 1);
    if (isStale) this.#stale ??= new Uint8Array(this.#times.length);
    this.#times[this.#end] = timeMs;
    this.#values[this.#end] = value;
    if (this.#stale !== undefined) this.#stale[this.#end] = isStale ? 1 : 0;
    this.#end += 1;
  }

  /**
   * Merges samples in any order. At a time that is already there nothing changes, and among new samples of one time the
   * first counts.
   *
   * @returns how many were added.
   */
  merge(samples: readonly ColumnSample[]): number {
    const incoming = [...samples].sort((a, b) => a.timeMs - b.timeMs);
    const merged = new SampleColumns();
    const lengthBefore = this.length;
    merged.#reallocate(lengthBefore + incoming.length);
    const pushNew = (sample: ColumnSample): void => {
      if (sample.timeMs > merged.lastTimeMs) merged.push(sample.timeMs, sample.value, sample.isStale);
    };
    let next = 0;
    for (let row = this.#start; row < this.#end; row += 1) {
      const timeMs = this.#times[row] ?? Number.NaN;
      for (let sample = incoming[next]; sample !== undefined && sample.timeMs < timeMs; sample = incoming[next]) {
        pushNew(sample);
        next += 1;
      }
      merged.push(timeMs, this.#values[row] ?? Number.NaN, this.#stale?.[row] === 1);
    }
    for (const sample of incoming.slice(next)) pushNew(sample);
    this.#take(merged);
    return this.length - lengthBefore;
  }

  /** Returns the samples with `afterMs < time <= endMs`, without copying; `undefined` where there is none. */
  window(afterMs: number, endMs: number): ColumnWindow | undefined {
    const from = this.#firstRowAfter(afterMs);
    const to = this.#firstRowAfter(endMs);
    if (from >= to) return undefined;
    return {
      times: this.#times.subarray(from, to),
      values: this.#values.subarray(from, to),
      ...(this.#stale === undefined ? {} : { stale: this.#stale.subarray(from, to) }),
    };
  }

  /** Tells whether there is a sample with `startMs <= time <= endMs`. */
  hasSampleIn(startMs: number, endMs: number): boolean {
    if (this.length === 0 || startMs > this.lastTimeMs || endMs < this.firstTimeMs) return false;
    const row = this.#firstRowAfter(endMs) - 1;
    return row >= this.#start && (this.#times[row] ?? Number.NaN) >= startMs;
  }

  /**
   * Forgets the samples before a time.
   *
   * @returns how many there were.
   */
  dropBefore(timeMs: number): number {
    let from = this.#firstRowAfter(timeMs);
    // Times are distinct, so at most one row has exactly this time, and it stays.
    if (from > this.#start && this.#times[from - 1] === timeMs) from -= 1;
    const dropped = from - this.#start;
    this.#start = from;
    if (this.#start > this.#times.length / 2) this.#reallocate(this.length + FIRST_CAPACITY);
    return dropped;
  }

  #firstRowAfter(timeMs: number): number {
    // Queries mostly end now and retention mostly has nothing to do: look at both ends first.
    if (timeMs >= this.lastTimeMs) return this.#end;
    if (timeMs < this.firstTimeMs) return this.#start;
    let low = this.#start;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? Number.NaN) <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #reallocate(capacity: number): void {
    const moved = <TArray extends Float64Array | Uint8Array>(from: TArray, to: TArray): TArray => {
      to.set(from.subarray(this.#start, this.#end));
      return to;
    };
    this.#times = moved(this.#times, new Float64Array(capacity));
    this.#values = moved(this.#values, new Float64Array(capacity));
    if (this.#stale !== undefined) this.#stale = moved(this.#stale, new Uint8Array(capacity));
    this.#end = this.length;
    this.#start = 0;
  }

  #take(other: SampleColumns): void {
    this.#times = other.#times;
    this.#values = other.#values;
    this.#stale = other.#stale;
    this.#start = other.#start;
    this.#end = other.#end;
  }
}
