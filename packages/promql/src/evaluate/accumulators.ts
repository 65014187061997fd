/** Aggregates series column by column. */
export interface Accumulator {
  add(values: Float64Array, present: Uint8Array | undefined): void;
  /** The result for each step; steps without a sample are of no account. */
  finish(): Float64Array;
}

const isInfinite = (value: number): boolean => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;

class SumAccumulator implements Accumulator {
  readonly #sums: Float64Array;
  readonly #compensations: Float64Array;

  constructor(steps: number) {
    this.#sums = new Float64Array(steps);
    this.#compensations = new Float64Array(steps);
  }

  add(values: Float64Array, present: Uint8Array | undefined): void {
    const [sums, compensations] = [this.#sums, this.#compensations];
    for (let step = 0; step < values.length; step += 1) {
      if (present !== undefined && present[step] === 0) continue;
      const value = values[step] as number;
      const sum = sums[step] as number;
      const total = sum + value;
      if (isInfinite(total)) compensations[step] = 0;
      else {
        const error = Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
        compensations[step] = (compensations[step] as number) + error;
      }
      sums[step] = total;
    }
  }

  finish(): Float64Array {
    return this.#sums.map((sum, step) => sum + (this.#compensations[step] as number));
  }
}

/** Like {@link MeanOf}, for all steps at once. */
class MeanAccumulator implements Accumulator {
  readonly #sums: Float64Array;
  readonly #compensations: Float64Array;
  readonly #counts: Float64Array;
  readonly #isIncremental: Uint8Array;

  constructor(steps: number) {
    this.#sums = new Float64Array(steps);
    this.#compensations = new Float64Array(steps);
    this.#counts = new Float64Array(steps);
    this.#isIncremental = new Uint8Array(steps);
  }

  #addTo(step: number, sum: number, compensation: number, term: number): void {
    const total = sum + term;
    const isLarger = Math.abs(sum) >= Math.abs(term);
    const error = isLarger ? sum - total + term : term - total + sum;
    this.#sums[step] = total;
    this.#compensations[step] = isInfinite(total) ? 0 : compensation + error;
  }

  add(values: Float64Array, present: Uint8Array | undefined): void {
    for (let step = 0; step < values.length; step += 1) {
      if (present !== undefined && present[step] === 0) continue;
      const value = values[step] as number;
      let sum = this.#sums[step] as number;
      let compensation = this.#compensations[step] as number;
      const count = (this.#counts[step] as number) + 1;
      this.#counts[step] = count;
      if (this.#isIncremental[step] === 0) {
        if (count === 1 || !isInfinite(sum + value)) {
          this.#addTo(step, sum, compensation, value);
          continue;
        }
        this.#isIncremental[step] = 1;
        sum /= count - 1;
        compensation /= count - 1;
      }
      const share = (count - 1) / count;
      this.#addTo(step, sum * share, compensation * share, value / count);
    }
  }

  finish(): Float64Array {
    return this.#sums.map((sum, step) => {
      const compensation = this.#compensations[step] as number;
      const count = this.#isIncremental[step] === 1 ? 1 : (this.#counts[step] as number);
      return sum / count + compensation / count;
    });
  }
}

/** Variance by Welford's method. */
class VarianceAccumulator implements Accumulator {
  readonly #means: Float64Array;
  readonly #squares: Float64Array;
  readonly #counts: Float64Array;
  readonly #isRoot: boolean;

  constructor(steps: number, isRoot: boolean) {
    this.#means = new Float64Array(steps);
    this.#squares = new Float64Array(steps);
    this.#counts = new Float64Array(steps);
    this.#isRoot = isRoot;
  }

  add(values: Float64Array, present: Uint8Array | undefined): void {
    for (let step = 0; step < values.length; step += 1) {
      if (present !== undefined && present[step] === 0) continue;
      const value = values[step] as number;
      const count = (this.#counts[step] as number) + 1;
      const before = this.#means[step] as number;
      const delta = value - before;
      const mean = before + delta / count;
      this.#counts[step] = count;
      this.#means[step] = mean;
      // A single infinite value has no variance, although it equals its mean.
      this.#squares[step] =
        (this.#squares[step] as number) + (Number.isFinite(value) ? delta * (value - mean) : Number.NaN);
    }
  }

  finish(): Float64Array {
    const variances = this.#squares.map((sum, step) => sum / (this.#counts[step] as number));
    return this.#isRoot ? variances.map(Math.sqrt) : variances;
  }
}

/** Keeps the largest or smallest value; NaN gives way to any number. */
class ExtremeAccumulator implements Accumulator {
  readonly #results: Float64Array;
  readonly #isMax: boolean;

  constructor(steps: number, isMax: boolean) {
    this.#results = new Float64Array(steps).fill(Number.NaN);
    this.#isMax = isMax;
  }

  add(values: Float64Array, present: Uint8Array | undefined): void {
    const [results, isMax] = [this.#results, this.#isMax];
    for (let step = 0; step < values.length; step += 1) {
      if (present !== undefined && present[step] === 0) continue;
      const [value, best] = [values[step] as number, results[step] as number];
      if ((isMax ? value > best : value < best) || Number.isNaN(best)) results[step] = value;
    }
  }

  finish(): Float64Array {
    return this.#results;
  }
}

class CountAccumulator implements Accumulator {
  readonly #counts: Float64Array;

  constructor(steps: number) {
    this.#counts = new Float64Array(steps);
  }

  add(values: Float64Array, present: Uint8Array | undefined): void {
    const counts = this.#counts;
    for (let step = 0; step < values.length; step += 1) {
      if (present === undefined || present[step] === 1) counts[step] = (counts[step] as number) + 1;
    }
  }

  finish(): Float64Array {
    return this.#counts;
  }
}

class GroupAccumulator implements Accumulator {
  readonly #ones: Float64Array;

  constructor(steps: number) {
    this.#ones = new Float64Array(steps).fill(1);
  }

  add(): void {}

  finish(): Float64Array {
    return this.#ones;
  }
}

/** The aggregations that go through the series of a group once. */
export const accumulators: Readonly<Record<string, (steps: number) => Accumulator>> = {
  sum: (steps) => new SumAccumulator(steps),
  avg: (steps) => new MeanAccumulator(steps),
  min: (steps) => new ExtremeAccumulator(steps, false),
  max: (steps) => new ExtremeAccumulator(steps, true),
  count: (steps) => new CountAccumulator(steps),
  group: (steps) => new GroupAccumulator(steps),
  stddev: (steps) => new VarianceAccumulator(steps, true),
  stdvar: (steps) => new VarianceAccumulator(steps, false),
};
