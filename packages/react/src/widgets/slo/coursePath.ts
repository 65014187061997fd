import { decimateM4, pixelColumns } from '@glasspane/core';
import type { Area } from '../treemap/squarify.ts';

/** The course of a budget, drawn. */
export interface CoursePath {
  readonly line: string;
  readonly area: string;
  /** Where nothing is left. */
  readonly zeroY: number;
  /** Where all is left. */
  readonly fullY: number;
}

/** What a course is drawn by. */
export interface CoursePathOptions {
  readonly times: Float64Array;
  /** The part that was left, 1 at most; `NaN` where it is not known. */
  readonly left: Float64Array;
  readonly box: Area;
  readonly startMs: number;
  readonly endMs: number;
}

/** So much below zero a course is still followed: beyond, only that it is beyond matters. */
const FLOOR = -1;

/** Returns the path of a course between all of the budget and as far below nothing as it came, at most as much again. */
export function coursePath({ times, left, box, startMs, endMs }: CoursePathOptions): CoursePath {
  const held = left.map((value) => Math.max(FLOOR, Math.min(1, value)));
  const low = held.reduce((least, value) => (value < least ? value : least), 0);
  const y = (value: number): number => box.y + ((1 - value) / (1 - low)) * box.height;
  const x = (timeMs: number): number => box.x + ((timeMs - startMs) / (endMs - startMs)) * box.width;
  const columns = pixelColumns({ times, startMs, endMs, columnCount: Math.max(1, Math.round(box.width)) });
  let [line, area] = ['', ''];
  let points: string[] = [];
  const lift = (): void => {
    const [first = '', last = ''] = [points[0], points.at(-1)];
    const zero = y(0).toFixed(1);
    if (points.length > 0) area += `M${xOf(first)},${zero}L${points.join('L')}L${xOf(last)},${zero}Z`;
    line += points.length > 0 ? `M${points.join('L')}` : '';
    points = [];
  };
  for (const row of decimateM4(held, columns)) {
    const value = held[row] ?? Number.NaN;
    if (Number.isFinite(value)) points.push(`${x(times[row] ?? startMs).toFixed(1)},${y(value).toFixed(1)}`);
    else lift();
  }
  lift();
  return { line, area, zeroY: y(0), fullY: y(1) };
}

function xOf(point: string): string {
  return point.slice(0, point.indexOf(','));
}
