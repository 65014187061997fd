// Shorter windows are computed afresh, for the last bit that Prometheus gives.
const minShared = 32;

/** Variance by Welford's method, with the rounding errors of mean and squares carried along. */
function varianceOf(values: Float64Array, from: number, to: number): number {
  let mean = 0;
  let meanError = 0;
  let squares = 0;
  let squaresError = 0;
  for (let index = from; index < to; index += 1) {
    const value = values[index] as number;
    const delta = value - (mean + meanError);
    const meanTerm = delta / (index - from + 1);
    const newMean = mean + meanTerm;
    meanError += Math.abs(mean) >= Math.abs(meanTerm) ? mean - newMean + meanTerm : meanTerm - newMean + mean;
    mean = newMean;
    const squareTerm = delta * (value - (mean + meanError));
    const newSquares = squares + squareTerm;
    squaresError += squares >= squareTerm ? squares - newSquares + squareTerm : squareTerm - newSquares + squares;
    squares = newSquares;
  }
  return (squares + squaresError) / (to - from);
}

/** Mean and sum of squared deviations of some values, to which others are joined (Chan's method). */
class Moments {
  count = 0;
  mean = 0;
  squares = 0;

  set(count: number, mean: number, squares: number): void {
    this.count = count;
    this.mean = mean;
    this.squares = squares;
  }

  join(count: number, mean: number, squares: number): void {
    if (count === 0) return;
    const total = this.count + count;
    const delta = mean - this.mean;
    this.squares += squares + (delta * delta * this.count * count) / total;
    this.mean += (delta * count) / total;
    this.count = total;
  }
}

/** Variances of windows that come in order, each in constant time on average, in the way of {@link SlidingSum}. */
export class SlidingVariance {
  readonly #values: Float64Array;
  readonly #result: Moments = new Moments();
  readonly #back: Moments = new Moments();
  #frontMeans: Float64Array | undefined;
  #frontSquares: Float64Array | undefined;
  #boundary = 0;
  #backEnd = 0;
  /** Taken from all values, so that the deviations of large, similar ones stay exact. */
  #shift = 0;

  constructor(values: Float64Array) {
    this.#values = values;
  }

  /** Returns the variance of the samples `from` to `to` (exclusive). */
  move(from: number, to: number): number {
    if (to - from < minShared) return varianceOf(this.#values, from, to);
    if (from >= this.#boundary) this.#refill(from, to);
    for (; this.#backEnd < to; this.#backEnd += 1) {
      this.#back.join(1, (this.#values[this.#backEnd] as number) - this.#shift, 0);
    }
    const result = this.#result;
    result.set(this.#boundary - from, this.#frontMeans?.[from] ?? 0, this.#frontSquares?.[from] ?? 0);
    result.join(this.#back.count, this.#back.mean, this.#back.squares);
    // Infinities do not join to what they give one by one.
    return Number.isFinite(result.squares) ? result.squares / result.count : varianceOf(this.#values, from, to);
  }

  #refill(from: number, to: number): void {
    const means = this.#frontMeans ?? new Float64Array(this.#values.length);
    const squares = this.#frontSquares ?? new Float64Array(this.#values.length);
    const first = this.#values[from] as number;
    this.#shift = Number.isFinite(first) ? first : 0;
    const front = this.#result;
    front.set(0, 0, 0);
    for (let index = to - 1; index >= from; index -= 1) {
      front.join(1, (this.#values[index] as number) - this.#shift, 0);
      means[index] = front.mean;
      squares[index] = front.squares;
    }
    this.#frontMeans = means;
    this.#frontSquares = squares;
    this.#back.set(0, 0, 0);
    this.#boundary = to;
    this.#backEnd = to;
  }
}
