import type { Series } from './values.ts';

/** Takes the series of a vector one by one, as they are made. */
export interface SeriesSink {
  /** Returns the column for the next series, one number a step. What stands in it is of no account. */
  column(): Float64Array;
  /** Takes a series, with its column: ask for another one for the next. Await what it gives. */
  take(series: Series): Promise<void> | undefined;
}

/** Keeps all series. */
export class SeriesList implements SeriesSink {
  readonly series: Series[] = [];
  readonly #steps: number;

  constructor(steps: number) {
    this.#steps = steps;
  }

  column(): Float64Array {
    return new Float64Array(this.#steps);
  }

  take(series: Series): undefined {
    this.series.push(series);
  }
}
