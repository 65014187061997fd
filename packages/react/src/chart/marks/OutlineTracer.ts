import type { Brush } from './Brush.ts';
import type { LineCourse } from './LineCourse.ts';

/** What outlines are traced onto: the path of a canvas. */
export type OutlinePath = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>;

/** Where an area ends: at a course of its own, or at one height. */
export type AreaBase = LineCourse | number;

/** Traces the outlines of lines and areas: to fill these is much faster than to stroke lines of many vertices. */
export class OutlineTracer {
  #tops = new Float64Array(0);
  #bottoms = new Float64Array(0);

  /** Traces a piece of a line: as far as the brush reaches anywhere near. */
  traceLine(path: OutlinePath, course: LineCourse, brush: Brush): void {
    const { first, end } = course;
    if (first >= end) return;
    const far = brush.reach.length - 1;
    const from = first - far;
    this.#resize(end - first + 2 * far);
    this.#spread(course, brush, from, end + far);
    const step = 1 / brush.columnsPerPixel;
    const place = { x: (from + 0.5) * step, step };
    // The tip of a spike that is one column wide is as wide as all of it.
    if (far === 0) this.#traceSteps(path, end - first, place);
    else this.#trace(path, end - from + far, [place.x, (end + far - 0.5) * step], place);
  }

  /** Traces the area between a piece of a line and its base. */
  traceArea(path: OutlinePath, course: LineCourse, base: AreaBase, columnsPerPixel: number): void {
    const { first, end } = course;
    if (first >= end) return;
    this.#resize(end - first);
    for (let column = first; column < end; column += 1) {
      this.#tops[column - first] = middleOf(course, column);
      this.#bottoms[column - first] = typeof base === 'number' ? base : middleOf(base, column);
    }
    const step = 1 / columnsPerPixel;
    this.#trace(path, end - first, [first * step, end * step], { x: (first + 0.5) * step, step });
  }

  #resize(count: number): void {
    if (this.#tops.length < count) {
      this.#tops = new Float64Array(count);
      this.#bottoms = new Float64Array(count);
    }
  }

  #spread({ lows, highs, first, end }: LineCourse, { reach }: Brush, from: number, to: number): void {
    const [tops, bottoms] = [this.#tops, this.#bottoms];
    const far = reach.length - 1;
    for (let column = from; column < to; column += 1) {
      let top = Number.POSITIVE_INFINITY;
      let bottom = Number.NEGATIVE_INFINITY;
      const last = column + far < end ? column + far : end - 1;
      for (let other = column - far > first ? column - far : first; other <= last; other += 1) {
        const more = reach[other < column ? column - other : other - column] ?? 0;
        const low = (lows[other] ?? 0) - more;
        const high = (highs[other] ?? 0) + more;
        if (low < top) top = low;
        if (high > bottom) bottom = high;
      }
      tops[column - from] = top;
      bottoms[column - from] = bottom;
    }
  }

  #traceSteps(path: OutlinePath, count: number, { x, step }: { readonly x: number; readonly step: number }): void {
    const [tops, bottoms] = [this.#tops, this.#bottoms];
    const left = x - step / 2;
    path.moveTo(left, bottoms[0] ?? 0);
    for (let index = 0; index < count; index += 1) {
      path.lineTo(left + index * step, tops[index] ?? 0);
      path.lineTo(left + (index + 1) * step, tops[index] ?? 0);
    }
    for (let index = count - 1; index >= 0; index -= 1) {
      path.lineTo(left + (index + 1) * step, bottoms[index] ?? 0);
      path.lineTo(left + index * step, bottoms[index] ?? 0);
    }
    path.closePath();
  }

  /** Goes from left to right along the tops, and back along the bottoms. */
  #trace(
    path: OutlinePath,
    count: number,
    [left, right]: readonly [number, number],
    { x, step }: { readonly x: number; readonly step: number },
  ): void {
    const [tops, bottoms] = [this.#tops, this.#bottoms];
    path.moveTo(left, tops[0] ?? 0);
    for (let index = 0; index < count; index += 1) path.lineTo(x + index * step, tops[index] ?? 0);
    path.lineTo(right, tops[count - 1] ?? 0);
    path.lineTo(right, bottoms[count - 1] ?? 0);
    for (let index = count - 1; index >= 0; index -= 1) path.lineTo(x + index * step, bottoms[index] ?? 0);
    path.lineTo(left, bottoms[0] ?? 0);
    path.closePath();
  }
}

/** Returns between which heights an area stands. */
export function areaExtent(course: LineCourse, base: AreaBase): readonly [number, number] {
  let [top, bottom] = typeof base === 'number' ? [base, base] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let column = course.first; column < course.end; column += 1) {
    const end = typeof base === 'number' ? base : middleOf(base, column);
    top = Math.min(top, course.lows[column] ?? top, end);
    bottom = Math.max(bottom, course.highs[column] ?? bottom, end);
  }
  return [top, bottom];
}

function middleOf({ lows, highs, first, end }: LineCourse, column: number): number {
  // A base that is not there is where the nearest one is.
  const at = column < first ? first : column < end ? column : end - 1;
  return ((lows[at] ?? 0) + (highs[at] ?? 0)) / 2;
}
