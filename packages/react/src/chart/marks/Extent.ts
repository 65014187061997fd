/** Finds the smallest and the largest of some values, and whether all are finite. */
export class Extent {
  low = 0;
  high = 0;
  isWhole = true;

  /** Looks at the rows from one to another, both inclusive. */
  scan(values: Float64Array, from: number, last: number): void {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    // Stays zero as long as all values are finite.
    let holes = 0;
    for (let row = from; row <= last; row += 1) {
      const value = values[row] as number;
      if (value < low) low = value;
      if (value > high) high = value;
      holes += value * 0;
    }
    this.low = low;
    this.high = high;
    this.isWhole = holes === 0;
  }
}
