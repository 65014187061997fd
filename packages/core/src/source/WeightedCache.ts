/** Remembers values by key, up to a number of them and up to a sum of weights; what was used longest ago goes first. */
export class WeightedCache<TValue> {
  readonly #maxEntries: number;
  readonly #maxWeight: number;
  /** In the order of use: a Map keeps the order of insertion. */
  readonly #entries = new Map<string, { readonly value: TValue; readonly weight: number }>();
  #weight = 0;

  constructor(maxEntries: number, maxWeight: number) {
    this.#maxEntries = maxEntries;
    this.#maxWeight = maxWeight;
  }

  get(key: string): TValue | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: TValue, weight: number): void {
    this.delete(key);
    // One that never fits must not drive out all others.
    if (weight > this.#maxWeight) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries && this.#weight <= this.#maxWeight) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }
}
