import type { ExposedSample, MetricFamily } from '../exposition/Exposition.ts';
import { formatValue } from '../exposition/writeExposition.ts';
import { Cells } from './Cells.ts';
import type { Instrument, InstrumentOptions, LabelValues } from './Instrument.ts';

/** Options of a {@link Histogram}. */
export interface HistogramOptions<TLabel extends string> extends InstrumentOptions<TLabel> {
  /** The upper bounds of the buckets, increasing, without `+Inf`. */
  readonly buckets: readonly number[];
}

interface Distribution {
  /** Observations in each bucket alone; the last one is `+Inf`. */
  readonly counts: Float64Array;
  sum: number;
}

/** Counts observations in buckets. */
export class Histogram<TLabel extends string> implements Instrument {
  readonly name: string;
  readonly #help: string;
  readonly #buckets: readonly number[];
  readonly #cells: Cells<TLabel, Distribution>;

  /** @throws RangeError When the buckets are not increasing. */
  constructor(options: HistogramOptions<TLabel>) {
    const { name, help, buckets } = options;
    if (!buckets.every((bound, i) => Number.isFinite(bound) && bound > (buckets[i - 1] ?? Number.NEGATIVE_INFINITY))) {
      throw new RangeError(`The buckets of histogram ${name} must be finite and increasing; they are ${buckets}.`);
    }
    this.name = name;
    this.#help = help;
    this.#buckets = buckets;
    this.#cells = new Cells(options, () => ({ counts: new Float64Array(buckets.length + 1), sum: 0 }));
  }

  observe(labels: LabelValues<TLabel>, value: number): void {
    const distribution = this.#cells.get(labels);
    const bucket = this.#buckets.findIndex((bound) => value <= bound);
    const index = bucket === -1 ? this.#buckets.length : bucket;
    distribution.counts[index] = (distribution.counts[index] ?? 0) + 1;
    distribution.sum += value;
  }

  collect(): MetricFamily {
    const samples = this.#cells.entries().flatMap(({ labels, cell }) => this.#samplesOf(labels, cell));
    return { name: this.name, type: 'histogram', help: this.#help, samples };
  }

  #samplesOf(labels: LabelValues<TLabel>, { counts, sum }: Distribution): ExposedSample[] {
    const samples: ExposedSample[] = [];
    let cumulative = 0;
    counts.forEach((count, i) => {
      cumulative += count;
      const le = formatValue(this.#buckets[i] ?? Number.POSITIVE_INFINITY);
      samples.push({ labels: { __name__: `${this.name}_bucket`, ...labels, le }, value: cumulative });
    });
    samples.push({ labels: { __name__: `${this.name}_sum`, ...labels }, value: sum });
    samples.push({ labels: { __name__: `${this.name}_count`, ...labels }, value: cumulative });
    return samples;
  }
}
