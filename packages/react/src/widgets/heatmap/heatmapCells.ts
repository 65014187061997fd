import type { PlotScales } from '../../chart/PlotScales.ts';
import type { PlotRect } from '../../chart/plotLayout.ts';
import { type CountDomain, countLevel } from './countDomain.ts';
import type { HeatmapModel } from './heatmapModel.ts';

/** How many colours a heatmap has: more of them nobody tells apart, and fewer make fewer marks. */
export const LEVELS = 32;

/** From this size on a cell has an edge, in pixels. */
const SPACED_FROM = 9;

/** Where the cells of each colour are: `x, y, width, height` one after the other, in whole pixels. */
export type HeatmapCells = readonly (readonly number[])[];

/** Returns where a column stands, within the plot, as its left and its right edge in whole pixels. */
export function columnEdges(
  { times, stepMs }: HeatmapModel,
  column: number,
  rect: PlotRect,
  scales: PlotScales,
): readonly [number, number] {
  const end = times[column] ?? 0;
  const within = (x: number): number => Math.round(Math.min(rect.left + rect.width, Math.max(rect.left, x)));
  return [within(scales.x(end - stepMs)), within(scales.x(end))];
}

/** Returns where a row stands, as its upper and its lower edge in whole pixels. */
export function rowEdges(row: number, scales: PlotScales): readonly [number, number] {
  return [Math.round(scales.y(row + 1)), Math.round(scales.y(row))];
}

/** Returns the cells of each colour; neighbours of one colour are one, where cells have no edges. Counts of zero have none. */
export function heatmapCells(
  model: HeatmapModel,
  rect: PlotRect,
  scales: PlotScales,
  domain: CountDomain,
): HeatmapCells {
  const { times, buckets, counts } = model;
  const levels = Array.from({ length: LEVELS }, (): number[] => []);
  const edges = Array.from(times, (_, column) => columnEdges(model, column, rect, scales));
  const [first = [0, 0]] = [edges[Math.floor(edges.length / 2)]];
  const [top, bottom] = rowEdges(0, scales);
  const isSpaced = first[1] - first[0] >= SPACED_FROM && bottom - top >= SPACED_FROM;
  for (let row = 0; row < buckets.length; row += 1) {
    const [y, foot] = rowEdges(row, scales);
    let run: { level: number; from: number; to: number } | undefined;
    const flush = (): void => {
      if (run === undefined || run.to <= run.from) return;
      const gap = isSpaced ? 1 : 0;
      levels[run.level]?.push(run.from, y, Math.max(1, run.to - run.from - gap), Math.max(1, foot - y - gap));
    };
    for (let column = 0; column < times.length; column += 1) {
      const count = counts[row * times.length + column] ?? Number.NaN;
      const [from = 0, to = 0] = edges[column] ?? [];
      if (!(count > 0) || to <= from) continue;
      const level = countLevel(count, domain, LEVELS);
      if (run !== undefined && !isSpaced && run.level === level && run.to === from) {
        run.to = to;
      } else {
        flush();
        run = { level, from, to };
      }
    }
    flush();
  }
  return levels;
}

/** Returns the path of the cells of one colour. */
export function cellsPath(cells: readonly number[]): string {
  let path = '';
  for (let index = 0; index + 3 < cells.length; index += 4) {
    const [x, y, width, height] = [cells[index], cells[index + 1], cells[index + 2], cells[index + 3]];
    path += `M${x} ${y}h${width}v${height}h-${width}z`;
  }
  return path;
}
