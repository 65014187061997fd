import { KahanSum } from './kahan.ts';

/**
 * A mean: sum by count as long as the sum is finite, because that is exact for equal values; else one that is adjusted
 * value by value and does not overflow.
 */
export class MeanOf {
  readonly #sum: KahanSum = new KahanSum();
  #count = 0;
  #isIncremental = false;

  add(value: number): void {
    const sum = this.#sum;
    this.#count += 1;
    const count = this.#count;
    if (!this.#isIncremental) {
      const { sum: before, compensation } = sum;
      sum.add(value);
      const isOverflow = sum.sum === Number.POSITIVE_INFINITY || sum.sum === Number.NEGATIVE_INFINITY;
      if (!isOverflow || count === 1) return;
      this.#isIncremental = true;
      sum.sum = before / (count - 1);
      sum.compensation = compensation / (count - 1);
    }
    const share = (count - 1) / count;
    sum.sum *= share;
    sum.compensation *= share;
    sum.add(value / count);
  }

  get value(): number {
    const { sum, compensation } = this.#sum;
    return this.#isIncremental ? sum + compensation : sum / this.#count + compensation / this.#count;
  }
}
