/** Finds the smallest and the largest of some values. It is kept, and asked again. */
export class Extent {
  low: number = Number.POSITIVE_INFINITY;
  high: number = Number.NEGATIVE_INFINITY;
  /** Whether all of them are finite. Where they are not, the two others are those of what is not `NaN`. */
  isFinite = true;

  /** Looks at the rows from one to another, both inclusive. */
  scan(values: Float64Array, from: number, last: number): void {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    // Stays zero as long as all values are finite.
    let rest = 0;
    for (let row = from; row <= last; row += 1) {
      const value = values[row] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
      rest += value * 0;
    }
    this.low = low;
    this.high = high;
    this.isFinite = rest === 0;
  }
}
