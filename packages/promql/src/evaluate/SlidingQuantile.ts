import { quantileOf } from './quantile.ts';

/** Keeps the values of a window sorted while it moves; windows come in order. */
export class SlidingQuantile {
  readonly #values: Float64Array;
  readonly #sorted: Float64Array;
  #count = 0;
  #nans = 0;
  #from = 0;
  #to = 0;

  constructor(values: Float64Array) {
    this.#values = values;
    this.#sorted = new Float64Array(values.length);
  }

  /** Returns the place of the first value that is not smaller. NaN stands before all numbers. */
  #placeOf(value: number): number {
    let low = this.#nans;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #insert(value: number): void {
    const place = Number.isNaN(value) ? 0 : this.#placeOf(value);
    this.#sorted.copyWithin(place + 1, place, this.#count);
    this.#sorted[place] = value;
    this.#count += 1;
    if (Number.isNaN(value)) this.#nans += 1;
  }

  #remove(value: number): void {
    const place = Number.isNaN(value) ? 0 : this.#placeOf(value);
    this.#sorted.copyWithin(place, place + 1, this.#count);
    this.#count -= 1;
    if (Number.isNaN(value)) this.#nans -= 1;
  }

  /** Returns the quantile of the samples `from` to `to` (exclusive). */
  move(from: number, to: number, quantile: number): number {
    if (from >= this.#to) {
      this.#count = 0;
      this.#nans = 0;
      this.#from = from;
      this.#to = from;
    }
    for (; this.#to < to; this.#to += 1) this.#insert(this.#values[this.#to] as number);
    for (; this.#from < from; this.#from += 1) this.#remove(this.#values[this.#from] as number);
    return quantileOf(quantile, this.#sorted, this.#count);
  }
}
