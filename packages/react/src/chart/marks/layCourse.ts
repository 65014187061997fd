import { Extent } from '../Extent.ts';
import type { StraightScale } from '../PlotScales.ts';
import type { Interpolation } from '../PlotSeries.ts';
import type { LineCourse } from './LineCourse.ts';
import type { SampleColumns } from './SampleColumns.ts';

/** What {@link layCourse} lays. */
export interface CourseOptions {
  readonly values: Float64Array;
  readonly columns: SampleColumns;
  readonly interpolation: Interpolation;
  /** The widest gap that is drawn across, in columns. */
  readonly widestGap: number;
  /** The pixel of a value, as a straight line. */
  readonly line: StraightScale | undefined;
  /** The same where it is none. */
  readonly scale: (value: number) => number;
}

/** Pixels that are farther away than this are taken to stand there: differences must stay numbers. */
const FAR = 1e6;

/** Lays the course of a series, and hands over each piece of it that lies between two gaps. */
export function layCourse(course: LineCourse, options: CourseOptions, onPiece: (course: LineCourse) => void): void {
  const { values, columns } = options;
  const { count, starts, firstX, lastX } = columns;
  const layer = new CourseLayer(course, options, onPiece);
  const first = starts[0] ?? 0;
  if (first > 0) layer.visit(columns.beforeX, values[first - 1] ?? Number.NaN);
  for (let index = 0; index < count; index += 1) {
    const from = starts[index] ?? 0;
    const end = starts[index + 1] ?? 0;
    const x = firstX[index] ?? 0;
    if (end - from === 1) layer.visit(x, values[from] ?? Number.NaN);
    else layer.sweep(from, end - 1, x, lastX[index] ?? x);
  }
  const after = starts[count] ?? 0;
  if (after < values.length) layer.visit(columns.afterX, values[after] ?? Number.NaN);
  layer.finish();
}

class CourseLayer {
  readonly #course: LineCourse;
  readonly #values: Float64Array;
  readonly #interpolation: Interpolation;
  readonly #widestGap: number;
  readonly #line: StraightScale | undefined;
  readonly #scale: (value: number) => number;
  readonly #onPiece: (course: LineCourse) => void;
  readonly #extent: Extent = new Extent();
  #isOpen = false;
  #hasHole = false;
  #x = 0;
  #y = 0;

  constructor(course: LineCourse, options: CourseOptions, onPiece: (course: LineCourse) => void) {
    this.#course = course;
    this.#values = options.values;
    this.#interpolation = options.interpolation;
    this.#widestGap = options.widestGap;
    this.#line = options.line;
    this.#scale = options.scale;
    this.#onPiece = onPiece;
    course.reset();
  }

  /** Goes on to a sample; one that is not finite, or has no place, is a hole. */
  visit(x: number, value: number): void {
    const y = this.#pixel(value);
    if (Number.isNaN(y) || Number.isNaN(x)) {
      this.#hasHole = true;
      return;
    }
    const course = this.#course;
    if (this.#isOpen && (!this.#hasHole || x - this.#x <= this.#widestGap)) {
      if (this.#interpolation === 'stepAfter') course.lineTo(x, this.#y);
      else if (this.#interpolation === 'stepBefore') course.lineTo(this.#x, y);
      course.lineTo(x, y);
    } else {
      if (this.#isOpen) this.#onPiece(course);
      course.start(x, y);
      this.#isOpen = true;
    }
    this.#hasHole = false;
    this.#x = x;
    this.#y = y;
  }

  /** Goes on over several samples of one column. */
  sweep(from: number, last: number, x: number, lastX: number): void {
    const values = this.#values;
    const extent = this.#extent;
    extent.scan(values, from, last);
    const low = this.#pixel(extent.low);
    const high = this.#pixel(extent.high);
    if (!extent.isFinite || Number.isNaN(low) || Number.isNaN(high)) {
      // Which samples stand exactly where within one column is too little to be seen.
      for (let row = from; row <= last; row += 1) this.visit(row < last ? x : lastX, values[row] ?? Number.NaN);
      return;
    }
    this.visit(x, values[from] ?? 0);
    if (low < high) this.#course.spread(low, high, last - from);
    else this.#course.spread(high, low, last - from);
    this.#x = lastX;
    this.#y = this.#pixel(values[last] ?? 0);
    this.#course.leapTo(lastX, this.#y);
  }

  finish(): void {
    if (this.#isOpen) this.#onPiece(this.#course);
  }

  #pixel(value: number): number {
    if (!Number.isFinite(value)) return Number.NaN;
    const line = this.#line;
    const pixel = line === undefined ? this.#scale(value) : line.origin + (value - line.from) * line.slope;
    return pixel < -FAR ? -FAR : pixel > FAR ? FAR : pixel;
  }
}
