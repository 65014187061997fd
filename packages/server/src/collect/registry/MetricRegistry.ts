import type { MetricFamily } from '../exposition/Exposition.ts';
import { Counter } from './Counter.ts';
import { Gauge } from './Gauge.ts';
import { Histogram, type HistogramOptions } from './Histogram.ts';
import type { Instrument, InstrumentOptions } from './Instrument.ts';

/** The instruments of one server. A name is taken once. */
export class MetricRegistry {
  readonly #instruments = new Map<string, Instrument>();

  counter<TLabel extends string = never>(options: InstrumentOptions<TLabel>): Counter<TLabel> {
    return this.#add(new Counter(options));
  }

  gauge<TLabel extends string = never>(options: InstrumentOptions<TLabel>): Gauge<TLabel> {
    return this.#add(new Gauge(options));
  }

  histogram<TLabel extends string = never>(options: HistogramOptions<TLabel>): Histogram<TLabel> {
    return this.#add(new Histogram(options));
  }

  /** Takes an instrument that reads its value elsewhere when it is asked. */
  register(instrument: Instrument): void {
    this.#add(instrument);
  }

  /** Returns what all instruments measured so far, in the order in which they were made. */
  collect(): readonly MetricFamily[] {
    return [...this.#instruments.values()].map((instrument) => instrument.collect());
  }

  #add<TInstrument extends Instrument>(instrument: TInstrument): TInstrument {
    if (this.#instruments.has(instrument.name)) {
      throw new Error(`There is a metric ${instrument.name} already; choose another name or share that instrument.`);
    }
    this.#instruments.set(instrument.name, instrument);
    return instrument;
  }
}
