import type { ImportedSamples } from './ImportTarget.ts';

/** Samples that wait to be written together. */
export class SampleBuffer implements ImportedSamples {
  series: Uint32Array;
  times: Float64Array;
  values: Float64Array;
  #length = 0;

  constructor(capacity: number) {
    this.series = new Uint32Array(capacity);
    this.times = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  add(series: number, timeMs: number, value: number): void {
    const row = this.#length;
    if (row === this.series.length) this.#grow();
    this.series[row] = series;
    this.times[row] = timeMs;
    this.values[row] = value;
    this.#length = row + 1;
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(): void {
    const capacity = this.series.length * 2;
    this.series = copyInto(new Uint32Array(capacity), this.series);
    this.times = copyInto(new Float64Array(capacity), this.times);
    this.values = copyInto(new Float64Array(capacity), this.values);
  }
}

function copyInto<TArray extends Uint32Array | Float64Array>(to: TArray, from: TArray): TArray {
  to.set(from);
  return to;
}
