import { decimateM4, type PixelColumns, pixelColumns } from '@glasspane/core';
import { axisOf, type PlotAxis, type PlotModel } from './PlotModel.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotSeries } from './PlotSeries.ts';
import { baselineOf } from './seriesBase.ts';
import { type SeriesPaths, seriesPaths } from './seriesPaths.ts';

interface CachedPaths {
  readonly series: PlotSeries;
  readonly scales: string;
  readonly paths: SeriesPaths;
}

/**
 * Keeps the paths of one chart's series, so that a render draws only what changed. It belongs to one chart and holds
 * nothing that the last call of {@link draw} did not ask for.
 */
export class SeriesPathCache {
  #paths = new Map<string, CachedPaths>();
  #columns = new Map<Float64Array, { readonly key: string; readonly columns: PixelColumns }>();

  /** Returns the paths of each series, in their order. */
  draw(model: PlotModel): readonly SeriesPaths[] {
    const { series } = model;
    const paths = new Map<string, CachedPaths>();
    const columns = new Map(
      [...new Set(series.map(({ times }) => times))].map((times) => [times, this.#columnsOf(times, model)]),
    );
    for (const one of series) {
      const cached = this.#paths.get(one.key);
      const axis = axisOf(model, one);
      const scales = axis.scales.key;
      const divided = columns.get(one.times);
      if (cached?.scales === scales && isDrawnAlike(cached.series, one)) {
        paths.set(one.key, cached);
      } else if (divided !== undefined) {
        paths.set(one.key, { series: one, scales, paths: drawPaths(one, axis, divided.columns) });
      }
    }
    this.#paths = paths;
    this.#columns = columns;
    return series.map(({ key }) => paths.get(key)?.paths ?? { line: '', area: '', dots: '' });
  }

  #columnsOf(
    times: Float64Array,
    { range, rect }: PlotModel,
  ): { readonly key: string; readonly columns: PixelColumns } {
    const { startMs, endMs } = range;
    const columnCount = Math.round(rect.width);
    const key = `${startMs} ${endMs} ${columnCount}`;
    const cached = this.#columns.get(times);
    return cached?.key === key ? cached : { key, columns: pixelColumns({ times, startMs, endMs, columnCount }) };
  }
}

function drawPaths(series: PlotSeries, axis: PlotAxis, columns: PixelColumns): SeriesPaths {
  const { scales } = axis;
  const rows = decimateM4(series.values, columns);
  const hasArea = series.mark === 'bars' || series.fillOpacity > 0;
  return seriesPaths({
    ...series,
    rows,
    scales,
    bases: hasArea ? series.base : undefined,
    baseline: hasArea ? baselineOf(axis) : undefined,
    barWidth: barWidthOf(series.times, scales),
    hasDots: hasDots(series, rows.length, columns.edges.length - 1),
  });
}

/** Most of the way from one sample to the next. */
function barWidthOf(times: Float64Array, { x }: PlotScales): number {
  const span = x(times[times.length - 1] ?? 0) - x(times[0] ?? 0);
  return times.length < 2 ? LONE_BAR : Math.min(LONE_BAR * 4, (span / (times.length - 1)) * 0.8);
}

const LONE_BAR = 16;
const PIXELS_PER_DOT = 12;

function hasDots({ points }: PlotSeries, count: number, width: number): boolean {
  return points === 'always' || (points === 'auto' && count * PIXELS_PER_DOT <= width);
}

/** The styles that paths are drawn anew for. */
const DRAWN = ['values', 'times', 'base', 'mark', 'interpolation', 'points', 'connectNulls'] as const;

function isDrawnAlike(a: PlotSeries, b: PlotSeries): boolean {
  return DRAWN.every((name) => a[name] === b[name]) && a.fillOpacity > 0 === b.fillOpacity > 0;
}
