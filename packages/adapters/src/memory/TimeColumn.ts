/** Some rows that follow each other: the number of the first one, and the number behind the last one. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** A column that begins as a copy of some rows of another one, which both have in common, and goes on differently. */
interface Branch extends RowRange {
  readonly column: TimeColumn;
}

const FIRST_CAPACITY = 8;
const MAX_BRANCHES = 4;

/**
 * Increasing times that any number of series share: those of one target are sampled at the same moments.
 *
 * Rows have numbers, which stay when times come before or behind them; a series knows the numbers of its first and last
 * row. A view that was handed out never changes: rows are only written outside of those that are there, and what would
 * move rows writes a new array.
 */
export class TimeColumn {
  #items: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** Where row 0 lies, or would lie, in the items. */
  #origin = 0;
  #first = 0;
  #end = 0;
  #branches: Branch[] = [];
  #asked: (RowRange & { readonly afterMs: number; readonly endMs: number }) | undefined;
  #viewed: (RowRange & { readonly view: Float64Array }) | undefined;

  /** The number of the first row. */
  get first(): number {
    return this.#first;
  }

  /** The number that the next row gets. */
  get end(): number {
    return this.#end;
  }

  get length(): number {
    return this.#end - this.#first;
  }

  /** The bytes that it has taken, room for more rows included. */
  get allocatedBytes(): number {
    return this.#items.byteLength;
  }

  /** Returns the time of a row; `NaN` where there is no such row. */
  at(row: number): number {
    return row < this.#first || row >= this.#end ? Number.NaN : (this.#items[row + this.#origin] ?? Number.NaN);
  }

  /** Writes a time behind the last one. The caller has made sure that it is later. */
  append(timeMs: number): void {
    if (this.#end + this.#origin === this.#items.length) this.#reallocate(0, grownRoom(this.length, 0));
    this.#items[this.#end + this.#origin] = timeMs;
    this.#end += 1;
    this.#asked = undefined;
  }

  /** Tells whether the times, the first of them in this row, say nothing else than the rows that are there. */
  fits(times: Float64Array, row: number): boolean {
    if (row > this.#end || row + times.length < this.#first) return false;
    const from = Math.max(row, this.#first);
    // From behind, because a late sample moves the last rows.
    for (let at = Math.min(row + times.length, this.#end) - 1; at >= from; at -= 1) {
      if (this.#items[at + this.#origin] !== times[at - row]) return false;
    }
    return true;
  }

  /**
   * Adds those of the times that it lacks, where they {@link fits | fit}.
   *
   * @param roomBefore - How many more rows will come before the first one.
   */
  extend(times: Float64Array, row: number, roomBefore = 0): void {
    const before = this.#first - row;
    if (before > 0) {
      if (before > this.#first + this.#origin) this.#reallocate(before + roomBefore, this.#roomBehind());
      this.#items.set(times.subarray(0, before), row + this.#origin);
      this.#first = row;
    }
    const behind = row + times.length - this.#end;
    if (behind > 0) {
      if (behind > this.#roomBehind()) this.#reallocate(roomBefore, Math.max(behind, grownRoom(this.length, 0)));
      this.#items.set(times.subarray(times.length - behind), this.#end + this.#origin);
      this.#end += behind;
    }
    this.#asked = undefined;
  }

  /** Returns the number that the first of the times would have, where they overlap with these rows and fit. */
  placeOf(times: Float64Array): number | undefined {
    const start = times[0];
    if (start === undefined || this.length === 0) return undefined;
    const ownStart = this.at(this.#first);
    const row = start >= ownStart ? this.#rowFrom(start) : this.#first - indexFrom(times, ownStart, 0, times.length);
    const isMet = start >= ownStart ? this.at(row) === start : times[this.#first - row] === ownStart;
    return isMet && this.fits(times, row) ? row : undefined;
  }

  /**
   * Returns the column of a series from now on that has some rows of this one and goes on with these times: this one where
   * they fit, another one where the series parts from those it went with.
   */
  joined({ first, end }: RowRange, times: Float64Array, row: number, roomBefore = 0): TimeColumn {
    if (this.fits(times, row)) {
      this.extend(times, row, roomBefore);
      return this;
    }
    // Series that share a column part from others together, as when one of several targets was away.
    for (const branch of this.#branches) {
      if (first < branch.first || end > branch.end || !branch.column.fits(times, row)) continue;
      branch.column.extend(times, row, roomBefore);
      return branch.column;
    }
    const column = new TimeColumn();
    column.#items = new Float64Array(end - first + times.length + FIRST_CAPACITY);
    column.#origin = times.length - first;
    column.#first = first;
    column.#end = end;
    column.#items.set(this.view(first, end), times.length);
    column.extend(times, row, roomBefore);
    this.#branches = [{ column, first, end }, ...this.#branches.slice(0, MAX_BRANCHES - 1)];
    return column;
  }

  /** Returns the rows with `afterMs < time <= endMs`. */
  rowsIn(afterMs: number, endMs: number): RowRange {
    if (this.#asked?.afterMs !== afterMs || this.#asked.endMs !== endMs) {
      this.#asked = { afterMs, endMs, first: this.#rowAfter(afterMs), end: this.#rowAfter(endMs) };
    }
    return this.#asked;
  }

  /** Returns some rows without copying; the same object when the same rows are asked for again and again. */
  view(first: number, end: number): Float64Array {
    if (this.#viewed?.first !== first || this.#viewed.end !== end) {
      this.#viewed = { first, end, view: this.#items.subarray(first + this.#origin, end + this.#origin) };
    }
    return this.#viewed.view;
  }

  /** Forgets the times before a time. */
  dropBefore(timeMs: number): void {
    if (!(this.at(this.#first) < timeMs)) return;
    this.#first = this.#rowFrom(timeMs);
    this.#branches = [];
    this.#asked = undefined;
    if (this.#first + this.#origin > this.#items.length / 2) this.#reallocate(0, FIRST_CAPACITY);
  }

  #rowAfter(timeMs: number): number {
    // Queries mostly end now: look at both ends first.
    if (this.length === 0 || timeMs < this.at(this.#first)) return this.#first;
    if (timeMs >= this.at(this.#end - 1)) return this.#end;
    const row = this.#rowFrom(timeMs);
    return this.at(row) === timeMs ? row + 1 : row;
  }

  #rowFrom(timeMs: number): number {
    return indexFrom(this.#items, timeMs, this.#first + this.#origin, this.#end + this.#origin) - this.#origin;
  }

  #roomBehind(): number {
    return this.#items.length - this.#end - this.#origin;
  }

  #reallocate(before: number, behind: number): void {
    const items = new Float64Array(before + this.length + behind);
    items.set(this.#items.subarray(this.#first + this.#origin, this.#end + this.#origin), before);
    this.#items = items;
    this.#origin = before - this.#first;
    this.#viewed = undefined;
  }
}

/**
 * Returns how many rows to make room for behind so many.
 *
 * @param spread - From 0 to 1: makes columns of one length grow at different times, so that not all of them move at once.
 */
export function grownRoom(length: number, spread: number): number {
  return Math.ceil(length * (length < 512 ? 0.5 : 0.125 + spread / 8)) + FIRST_CAPACITY;
}

/** Returns the index of the first item that is not before a time; `to` where all are. */
function indexFrom(times: Float64Array, timeMs: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Number.NaN) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
