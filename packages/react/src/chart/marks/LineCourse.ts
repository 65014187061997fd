/** Where lines are, column by column, in arrays that are used again for the next series. */
export class LineCourse {
  /** The smallest and the largest `y` of the line within each column; the smallest is above the largest where none is. */
  lows: Float64Array = new Float64Array(0);
  highs: Float64Array = new Float64Array(0);
  /** The first column of the piece of line that is being laid, and the one after its last. */
  first = 0;
  end = 0;
  /** How many samples it has. */
  samples = 0;
  /** How many columns there is room for. */
  columnCount = 0;
  #x = 0;
  #y = 0;

  /** Makes room for so many columns. */
  resize(columnCount: number): void {
    this.columnCount = columnCount;
    if (this.lows.length < columnCount) {
      this.lows = new Float64Array(columnCount);
      this.highs = new Float64Array(columnCount);
    }
    this.reset();
  }

  /** Begins a new piece. */
  reset(): void {
    this.first = 0;
    this.end = 0;
    this.samples = 0;
  }

  /** Begins a piece at a place, which may be outside of the columns. */
  start(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.samples = 1;
    const column = Math.floor(x);
    if (column >= 0 && column < this.columnCount) {
      this.first = column;
      this.end = column + 1;
      this.lows[column] = y;
      this.highs[column] = y;
    } else {
      this.first = column < 0 ? 0 : this.columnCount;
      this.end = this.first;
    }
  }

  /** Goes on in a straight line to a place that is not to the left of the last one. */
  lineTo(x: number, y: number): void {
    this.samples += 1;
    const [x0, y0] = [this.#x, this.#y];
    this.#x = x;
    this.#y = y;
    const from = Math.floor(x0);
    const to = Math.floor(x);
    if (from !== to) {
      const slope = (y - y0) / (x - x0);
      const last = to < this.columnCount ? to : this.columnCount - 1;
      let column = from > 0 ? from : 0;
      let at = from >= 0 ? y0 : y0 - x0 * slope;
      for (; column < last; column += 1) {
        const next = y0 + (column + 1 - x0) * slope;
        this.#hold(column, at, next);
        at = next;
      }
      if (last >= 0 && from <= last) this.#hold(last, at, to === last ? y : y0 + (last + 1 - x0) * slope);
    } else if (to >= 0 && to < this.columnCount) {
      this.#hold(to, y0, y);
    }
  }

  /** Adds samples between the first and the last of the column that the line has reached. */
  spread(low: number, high: number, samples: number): void {
    this.samples += samples;
    const column = this.end - 1;
    if (low < (this.lows[column] ?? 0)) this.lows[column] = low;
    if (high > (this.highs[column] ?? 0)) this.highs[column] = high;
  }

  /** Says where the line stands without drawing to there: within a column that {@link spread} has filled. */
  leapTo(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  #hold(column: number, a: number, b: number): void {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    if (column < this.end) {
      if (low < (this.lows[column] ?? 0)) this.lows[column] = low;
      if (high > (this.highs[column] ?? 0)) this.highs[column] = high;
    } else {
      if (this.end === this.first) this.first = column;
      this.lows[column] = low;
      this.highs[column] = high;
      this.end = column + 1;
    }
  }
}
