/** From when to when series have samples: those that were there, and those of this import apart. */
export class SeriesTimes {
  #storedFirst = new Float64Array(0);
  #storedLast = new Float64Array(0);
  #first = new Float64Array(0);
  #last = new Float64Array(0);

  /** Makes room for so many series. */
  reserve(count: number): void {
    if (count <= this.#first.length) return;
    const capacity = Math.max(count, this.#first.length * 2, 1024);
    this.#storedFirst = grown(this.#storedFirst, capacity, Number.POSITIVE_INFINITY);
    this.#storedLast = grown(this.#storedLast, capacity, Number.NEGATIVE_INFINITY);
    this.#first = grown(this.#first, capacity, Number.POSITIVE_INFINITY);
    this.#last = grown(this.#last, capacity, Number.NEGATIVE_INFINITY);
  }

  /** Says from when to when a series had samples before. */
  noteStored(series: number, firstMs: number, lastMs: number): void {
    this.reserve(series + 1);
    this.#storedFirst[series] = firstMs;
    this.#storedLast[series] = lastMs;
  }

  /** Notes a sample of a series; returns whether the series surely had none for this time. */
  note(series: number, timeMs: number): boolean {
    const first = this.#first[series] ?? Number.POSITIVE_INFINITY;
    const last = this.#last[series] ?? Number.NEGATIVE_INFINITY;
    if (timeMs < first) this.#first[series] = timeMs;
    if (timeMs > last) this.#last[series] = timeMs;
    const isNew = timeMs < first || timeMs > last;
    return isNew && (timeMs < (this.#storedFirst[series] ?? 0) || timeMs > (this.#storedLast[series] ?? 0));
  }
}

function grown(from: Float64Array, capacity: number, fill: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(capacity).fill(fill);
  to.set(from);
  return to;
}
