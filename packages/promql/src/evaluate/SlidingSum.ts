const isInfinite = (value: number): boolean => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;

// Shorter windows are summed afresh: that is as fast, and gives the last bit that Prometheus gives.
const minShared = 32;

/**
 * Compensated sums of windows that come in order, each in constant time on average.
 *
 * Nothing is ever subtracted, which would lose what cancels out and could not take infinities back: sums from each
 * sample up to a boundary are kept for the front of the window, one growing sum for its back. When the front is used
 * up, the boundary moves to the end of the window.
 */
export class SlidingSum {
  sum = 0;
  compensation = 0;
  readonly #values: Float64Array;
  #frontSums: Float64Array | undefined;
  #frontCompensations: Float64Array | undefined;
  #boundary = 0;
  #backEnd = 0;
  #backSum = 0;
  #backCompensation = 0;

  constructor(values: Float64Array) {
    this.#values = values;
  }

  /** Adds to the sum that is being built. */
  #add(term: number, compensation: number): void {
    const { sum } = this;
    const total = sum + term;
    this.sum = total;
    if (isInfinite(total)) this.compensation = 0;
    else {
      const error = Math.abs(sum) >= Math.abs(term) ? sum - total + term : term - total + sum;
      this.compensation += error + compensation;
    }
  }

  /** Computes sum and compensation of the samples `from` to `to` (exclusive). */
  move(from: number, to: number): void {
    if (to - from < minShared) {
      this.sum = 0;
      this.compensation = 0;
      for (let index = from; index < to; index += 1) this.#add(this.#values[index] as number, 0);
      return;
    }
    if (from >= this.#boundary) this.#refill(from, to);
    else this.#extend(to);
    this.sum = this.#frontSums?.[from] ?? 0;
    this.compensation = this.#frontCompensations?.[from] ?? 0;
    this.#add(this.#backSum, this.#backCompensation);
  }

  #refill(from: number, to: number): void {
    this.#frontSums ??= new Float64Array(this.#values.length);
    this.#frontCompensations ??= new Float64Array(this.#values.length);
    this.sum = 0;
    this.compensation = 0;
    for (let index = to - 1; index >= from; index -= 1) {
      this.#add(this.#values[index] as number, 0);
      this.#frontSums[index] = this.sum;
      this.#frontCompensations[index] = this.compensation;
    }
    this.#boundary = to;
    this.#backEnd = to;
    this.#backSum = 0;
    this.#backCompensation = 0;
  }

  #extend(to: number): void {
    this.sum = this.#backSum;
    this.compensation = this.#backCompensation;
    for (; this.#backEnd < to; this.#backEnd += 1) this.#add(this.#values[this.#backEnd] as number, 0);
    this.#backSum = this.sum;
    this.#backCompensation = this.compensation;
  }
}
