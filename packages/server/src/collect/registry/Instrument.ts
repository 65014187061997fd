import type { MetricFamily } from '../exposition/Exposition.ts';

/** What every instrument is made of. */
export interface InstrumentOptions<TLabel extends string> {
  /** A Prometheus metric name. */
  readonly name: string;
  /** One sentence for people. */
  readonly help: string;
  /** The labels that each value is told apart by. @defaultValue none */
  readonly labelNames?: readonly TLabel[] | undefined;
}

/** A value for every label of an instrument. */
export type LabelValues<TLabel extends string> = Readonly<Record<TLabel, string>>;

/** Something that measures, and can be asked for what it measured. */
export interface Instrument {
  readonly name: string;
  collect(): MetricFamily;
}
