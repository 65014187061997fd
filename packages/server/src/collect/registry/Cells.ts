import type { InstrumentOptions, LabelValues } from './Instrument.ts';

interface Entry<TLabel extends string, TCell> {
  readonly labels: LabelValues<TLabel>;
  cell: TCell;
}

/** What an instrument keeps for each combination of label values. */
export class Cells<TLabel extends string, TCell> {
  readonly #labelNames: readonly TLabel[];
  readonly #create: () => TCell;
  readonly #entries = new Map<string, Entry<TLabel, TCell>>();

  /** Without labels there is one cell from the start, so that the metric exists before it first changes. */
  constructor({ labelNames = [] }: InstrumentOptions<TLabel>, create: () => TCell) {
    this.#labelNames = labelNames;
    this.#create = create;
    if (labelNames.length === 0) this.#entries.set('[]', { labels: {} as LabelValues<TLabel>, cell: create() });
  }

  /** Returns the cell of these label values, which comes to be with its first use. */
  get(labels: LabelValues<TLabel>): TCell {
    return this.#entry(labels).cell;
  }

  update(labels: LabelValues<TLabel>, change: (cell: TCell) => TCell): void {
    const entry = this.#entry(labels);
    entry.cell = change(entry.cell);
  }

  entries(): readonly Readonly<Entry<TLabel, TCell>>[] {
    return [...this.#entries.values()];
  }

  #entry(labels: LabelValues<TLabel>): Entry<TLabel, TCell> {
    const key = JSON.stringify(this.#labelNames.map((name) => labels[name]));
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    // Only the declared labels are kept: a caller may hand over an object that has more.
    const own = Object.fromEntries(this.#labelNames.map((name) => [name, labels[name]])) as LabelValues<TLabel>;
    const created = { labels: own, cell: this.#create() };
    this.#entries.set(key, created);
    return created;
  }
}
