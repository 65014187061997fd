import { insertionSort, quantileOf } from './quantile.ts';

function sortFirst(values: Float64Array, count: number): void {
  if (count <= 32) insertionSort(values, 0, count - 1);
  else values.subarray(0, count).sort();
}

/**
 * Keeps the values of a window sorted while it moves; windows come in order. What leaves and what comes is sorted by
 * itself, and all is merged in one go.
 */
export class SlidingQuantile {
  readonly #values: Float64Array;
  #sorted = new Float64Array(64);
  #merged = new Float64Array(64);
  #leaving = new Float64Array(32);
  #coming = new Float64Array(32);
  #count = 0;
  #nans = 0;
  #from = 0;
  #to = 0;

  constructor(values: Float64Array) {
    this.#values = values;
  }

  /** Copies the samples `from` to `to` (exclusive) that are numbers, sorted, and returns how many there are. */
  #take(into: Float64Array, from: number, to: number): number {
    let count = 0;
    for (let index = from; index < to; index += 1) {
      const value = this.#values[index] as number;
      if (Number.isNaN(value)) continue;
      into[count] = value;
      count += 1;
    }
    sortFirst(into, count);
    return count;
  }

  #merge(leavingCount: number, comingCount: number): void {
    const [sorted, merged, leaving, coming] = [this.#sorted, this.#merged, this.#leaving, this.#coming];
    let [left, next, count] = [0, 0, 0];
    for (let index = 0; index < this.#count; index += 1) {
      const value = sorted[index] as number;
      if (left < leavingCount && value === leaving[left]) {
        left += 1;
        continue;
      }
      while (next < comingCount && (coming[next] as number) < value) {
        merged[count] = coming[next] as number;
        count += 1;
        next += 1;
      }
      merged[count] = value;
      count += 1;
    }
    for (; next < comingCount; next += 1) {
      merged[count] = coming[next] as number;
      count += 1;
    }
    this.#count = count;
    this.#sorted = merged;
    this.#merged = sorted;
  }

  /** Makes room for a window of `size` that moves on by at most as many samples. */
  #reserve(size: number): void {
    if (this.#merged.length < size) this.#merged = new Float64Array(size * 2);
    if (this.#leaving.length < size) this.#leaving = new Float64Array(size * 2);
    if (this.#coming.length < size) this.#coming = new Float64Array(size * 2);
  }

  /** Returns the quantile of the samples `from` to `to` (exclusive). */
  move(from: number, to: number, quantile: number): number {
    if (from >= this.#to) {
      this.#count = 0;
      this.#nans = 0;
      this.#from = from;
      this.#to = from;
    }
    this.#reserve(Math.max(to - from, to - this.#from));
    const leaving = this.#take(this.#leaving, this.#from, from);
    const coming = this.#take(this.#coming, this.#to, to);
    this.#nans += to - this.#to - coming - (from - this.#from - leaving);
    if (leaving + coming > 0) this.#merge(leaving, coming);
    this.#from = from;
    this.#to = to;
    return quantileOf(quantile, this.#sorted, this.#count, this.#nans);
  }
}
