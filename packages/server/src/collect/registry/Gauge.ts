import type { MetricFamily } from '../exposition/Exposition.ts';
import { gauge } from '../exposition/metricFamily.ts';
import { Cells } from './Cells.ts';
import type { Instrument, InstrumentOptions, LabelValues } from './Instrument.ts';

/** Holds a value that goes up and down. */
export class Gauge<TLabel extends string> implements Instrument {
  readonly name: string;
  readonly #help: string;
  readonly #cells: Cells<TLabel, number>;

  constructor(options: InstrumentOptions<TLabel>) {
    this.name = options.name;
    this.#help = options.help;
    this.#cells = new Cells(options, () => 0);
  }

  set(labels: LabelValues<TLabel>, value: number): void {
    this.#cells.update(labels, () => value);
  }

  /** Changes the value by `amount`, which may be negative. */
  add(labels: LabelValues<TLabel>, amount: number): void {
    this.#cells.update(labels, (value) => value + amount);
  }

  collect(): MetricFamily {
    const values = this.#cells.entries().map(({ labels, cell }) => [labels, cell] as const);
    return gauge(this.name, this.#help, values);
  }
}
