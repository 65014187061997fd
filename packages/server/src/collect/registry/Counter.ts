import type { MetricFamily } from '../exposition/Exposition.ts';
import { counter } from '../exposition/metricFamily.ts';
import { Cells } from './Cells.ts';
import type { Instrument, InstrumentOptions, LabelValues } from './Instrument.ts';

/** Counts what only ever grows. */
export class Counter<TLabel extends string> implements Instrument {
  readonly name: string;
  readonly #help: string;
  readonly #cells: Cells<TLabel, number>;

  constructor(options: InstrumentOptions<TLabel>) {
    this.name = options.name;
    this.#help = options.help;
    this.#cells = new Cells(options, () => 0);
  }

  /** @throws RangeError When `amount` is negative or not a number. */
  increment(labels: LabelValues<TLabel>, amount = 1): void {
    if (!(amount >= 0)) throw new RangeError(`Counter ${this.name} can only grow, not by ${amount}; use a gauge.`);
    this.#cells.update(labels, (value) => value + amount);
  }

  collect(): MetricFamily {
    const values = this.#cells.entries().map(({ labels, cell }) => [labels, cell] as const);
    return counter(this.name, this.#help, values);
  }
}
