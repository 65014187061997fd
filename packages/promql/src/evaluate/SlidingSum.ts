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

  /** Adds the samples `from` to `to` (exclusive) to what is there. */
  #addAll(from: number, to: number): void {
    const values = this.#values;
    let { sum, compensation } = this;
    for (let index = from; index < to; index += 1) {
      const term = values[index] as number;
      const total = sum + term;
      // An infinity, or what no longer is a number, has no rounding error.
      if (total - total !== 0) compensation = 0;
      else compensation += Math.abs(sum) >= Math.abs(term) ? sum - total + term : term - total + sum;
      sum = total;
    }
    this.sum = sum;
    this.compensation = compensation;
  }

  /** Computes sum and compensation of the samples `from` to `to` (exclusive). */
  move(from: number, to: number): void {
    if (to - from < minShared) {
      this.sum = 0;
      this.compensation = 0;
      this.#addAll(from, to);
      return;
    }
    if (from >= this.#boundary) this.#refill(from, to);
    else this.#extend(to);
    const front = this.#frontSums?.[from] ?? 0;
    const back = this.#backSum;
    const total = front + back;
    this.sum = total;
    this.compensation = this.#frontCompensations?.[from] ?? 0;
    if (total - total !== 0) this.compensation = 0;
    else {
      const error = Math.abs(front) >= Math.abs(back) ? front - total + back : back - total + front;
      this.compensation += error + this.#backCompensation;
    }
  }

  #refill(from: number, to: number): void {
    const values = this.#values;
    this.#frontSums ??= new Float64Array(values.length);
    this.#frontCompensations ??= new Float64Array(values.length);
    const [sums, compensations] = [this.#frontSums, this.#frontCompensations];
    let sum = 0;
    let compensation = 0;
    for (let index = to - 1; index >= from; index -= 1) {
      const term = values[index] as number;
      const total = sum + term;
      if (total - total !== 0) compensation = 0;
      else compensation += Math.abs(sum) >= Math.abs(term) ? sum - total + term : term - total + sum;
      sum = total;
      sums[index] = sum;
      compensations[index] = compensation;
    }
    this.#boundary = to;
    this.#backEnd = to;
    this.#backSum = 0;
    this.#backCompensation = 0;
  }

  #extend(to: number): void {
    this.sum = this.#backSum;
    this.compensation = this.#backCompensation;
    this.#addAll(this.#backEnd, to);
    this.#backEnd = to;
    this.#backSum = this.sum;
    this.#backCompensation = this.compensation;
  }
}
