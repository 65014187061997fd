import type { StraightScale } from '../PlotScales.ts';
import type { LineCourse } from './LineCourse.ts';
import type { SampleColumns } from './SampleColumns.ts';

/**
 * Lays the course of a line without gaps, on a straight scale, whose samples are joined by straight lines: what
 * `layCourse` does for all lines, in one loop.
 *
 * @returns whether there was no gap. Otherwise the course is not to be used.
 */
export function layDense(
  course: LineCourse,
  values: Float64Array,
  columns: SampleColumns,
  { from, origin, slope }: StraightScale,
): boolean {
  const { count, columns: places, starts, firstX, lastX } = columns;
  const { lows, highs } = course;
  const join = new Join(course);
  join.begin(columns, values, (value) => origin + (value - from) * slope);
  for (let index = 0; index < count; index += 1) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    let low = values[start] ?? Number.NaN;
    let high = low;
    // Stays zero as long as all values are finite.
    let rest = 0;
    for (let row = start; row < end; row += 1) {
      const value = values[row] ?? 0;
      if (value < low) low = value;
      else if (value > high) high = value;
      rest += value - value;
    }
    if (rest !== 0) return false;
    const column = places[index] ?? 0;
    const a = origin + (low - from) * slope;
    const b = origin + (high - from) * slope;
    lows[column] = a < b ? a : b;
    highs[column] = a < b ? b : a;
    join.draw(column, firstX[index] ?? 0, origin + ((values[start] ?? 0) - from) * slope);
    join.leave(column, lastX[index] ?? 0, origin + ((values[end - 1] ?? 0) - from) * slope);
  }
  const after = values[starts[count] ?? 0] ?? Number.NaN;
  if (Number.isFinite(after)) join.draw(columns.columnCount, columns.afterX, origin + (after - from) * slope);
  join.end();
  return true;
}

/** Joins what neighbouring columns hold by the straight lines between them. */
class Join {
  readonly #course: LineCourse;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  #column = -1;
  #x = Number.NaN;
  #y = 0;

  constructor(course: LineCourse) {
    this.#course = course;
    this.#lows = course.lows;
    this.#highs = course.highs;
  }

  /** Comes in from the sample to the left of all columns, where there is one. */
  begin({ starts, columns, beforeX, count }: SampleColumns, values: Float64Array, y: (value: number) => number): void {
    const before = values[(starts[0] ?? 0) - 1] ?? Number.NaN;
    this.#course.first = Number.isFinite(before) ? 0 : count > 0 ? (columns[0] ?? 0) : 0;
    if (!Number.isFinite(before)) return;
    this.#x = beforeX;
    this.#y = y(before);
  }

  /** Draws to a place in a column from where the line stood last. */
  draw(column: number, x: number, y: number): void {
    const [lows, highs] = [this.#lows, this.#highs];
    const last = this.#column;
    if (!(this.#x < x)) return;
    const rise = (y - this.#y) / (x - this.#x);
    let at = this.#y + (last + 1 - this.#x) * rise;
    if (last >= 0) hold(lows, highs, last, at);
    for (let between = last + 1; between < column; between += 1) {
      const next = at + rise;
      lows[between] = at < next ? at : next;
      highs[between] = at < next ? next : at;
      at = next;
    }
    if (column > last && column < this.#course.columnCount) hold(lows, highs, column, at);
    this.#column = column;
  }

  /** Says where the line leaves a column. */
  leave(column: number, x: number, y: number): void {
    this.#column = column;
    this.#x = x;
    this.#y = y;
  }

  end(): void {
    const end = Number.isNaN(this.#x) ? 0 : this.#column + 1;
    this.#course.end = Math.min(this.#course.columnCount, end);
    this.#course.samples = 2;
  }
}

function hold(lows: Float64Array, highs: Float64Array, column: number, y: number): void {
  if (y < (lows[column] ?? 0)) lows[column] = y;
  if (y > (highs[column] ?? 0)) highs[column] = y;
}
