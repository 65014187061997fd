import type { SeriesColumns } from '@glasspane/adapters/memory';

/** The rows of one series. */
export interface RowSpan extends SeriesColumns {
  readonly seriesId: number;
}

/** Some rows, in columns of the same length. */
export interface RowChunk {
  readonly seriesIds: Uint32Array;
  readonly times: Float64Array;
  /** Anything where the row is a staleness marker. */
  readonly values: Float64Array;
  readonly stale: Uint8Array;
}

/** How many rows each series has. */
export interface RowCounts {
  readonly seriesIds: Uint32Array;
  readonly counts: Uint32Array;
}

// A table of numbers is faster than a map, as long as it is not much longer than what it finds.
const MAX_TABLE_LENGTH = 4_194_304;

/**
 * Sample rows of the database in typed arrays, series by series. Rows come in the order of the table, mostly that of time:
 * then they are in their place at once. Which series came otherwise is known at the end.
 */
export class SampleRows {
  readonly #seriesIds: Uint32Array;
  readonly #slotOf: (seriesId: number) => number;
  /** Where the rows of each series begin; one more entry says where the last ones end. */
  readonly #starts: Uint32Array;
  /** Where the next row of each series goes. */
  readonly #ends: Uint32Array;
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  readonly #stale: Uint8Array;
  readonly #disordered = new Set<number>();

  constructor({ seriesIds, counts }: RowCounts) {
    this.#seriesIds = seriesIds;
    this.#slotOf = createFinder(seriesIds);
    this.#starts = new Uint32Array(seriesIds.length + 1);
    let length = 0;
    for (let slot = 0; slot < counts.length; slot += 1) {
      this.#starts[slot] = length;
      length += counts[slot] ?? 0;
    }
    this.#starts[seriesIds.length] = length;
    this.#ends = this.#starts.slice(0, seriesIds.length);
    this.#times = new Float64Array(length);
    this.#values = new Float64Array(length);
    this.#stale = new Uint8Array(length);
  }

  /** Takes some rows. */
  push({ seriesIds, times, values, stale }: RowChunk): void {
    for (let row = 0; row < seriesIds.length; row += 1) {
      const slot = this.#slotOf(seriesIds[row] ?? 0);
      const at = this.#ends[slot] ?? 0;
      const time = times[row] ?? 0;
      this.#times[at] = time;
      this.#values[at] = values[row] ?? 0;
      if (stale[row] === 1) {
        this.#values[at] = Number.NaN;
        this.#stale[at] = 1;
      }
      this.#ends[slot] = at + 1;
      if (at > (this.#starts[slot] ?? 0) && !(time > (this.#times[at - 1] ?? 0))) this.#disordered.add(slot);
    }
  }

  /** The series whose rows have not come in the order of time, or more than one for a time. */
  get disordered(): number[] {
    return Array.from(this.#disordered, (slot) => this.#seriesIds[slot] ?? 0);
  }

  /** Forgets the rows of the series that are disordered, so that they can come again. */
  forgetDisordered(): void {
    for (const slot of this.#disordered) this.#ends[slot] = this.#starts[slot] ?? 0;
    this.#disordered.clear();
  }

  /** Takes rows as {@link push} does, of series whose rows come in the order of time: the first one for a time counts. */
  pushOrdered({ seriesIds, times, values, stale }: RowChunk): void {
    for (let row = 0; row < seriesIds.length; row += 1) {
      const slot = this.#slotOf(seriesIds[row] ?? 0);
      const at = this.#ends[slot] ?? 0;
      const time = times[row] ?? 0;
      if (at > (this.#starts[slot] ?? 0) && this.#times[at - 1] === time) continue;
      const isStale = stale[row] === 1;
      this.#times[at] = time;
      this.#values[at] = isStale ? Number.NaN : (values[row] ?? 0);
      this.#stale[at] = isStale ? 1 : 0;
      this.#ends[slot] = at + 1;
    }
  }

  /** Returns the rows series by series, as views. Neighbours that have the same times get the same array of them. */
  *spans(): Iterable<RowSpan> {
    let shared: Float64Array = new Float64Array();
    for (let slot = 0; slot < this.#seriesIds.length; slot += 1) {
      const [from, to] = [this.#starts[slot], this.#ends[slot]];
      const own = this.#times.subarray(from, to);
      if (!isEqual(own, shared)) shared = own;
      const stale = this.#stale.subarray(from, to);
      yield {
        seriesId: this.#seriesIds[slot] ?? 0,
        times: shared,
        values: this.#values.subarray(from, to),
        ...(stale.includes(1) ? { stale } : {}),
      };
    }
  }
}

function createFinder(seriesIds: Uint32Array): (seriesId: number) => number {
  let highest = 0;
  for (const id of seriesIds) highest = Math.max(highest, id);
  if (highest >= MAX_TABLE_LENGTH) {
    const slots = new Map(Array.from(seriesIds, (id, slot) => [id, slot]));
    return (seriesId) => slots.get(seriesId) ?? 0;
  }
  const table = new Uint32Array(highest + 1);
  for (const [slot, id] of seriesIds.entries()) table[id] = slot;
  return (seriesId) => table[seriesId] ?? 0;
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += 1) if (a[row] !== b[row]) return false;
  return true;
}
