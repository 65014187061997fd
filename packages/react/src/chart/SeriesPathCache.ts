import { decimateM4, type PixelColumns, pixelColumns } from '@glasspane/core';
import { axisOf, type PlotAxis, type PlotModel } from './PlotModel.ts';
import type { PlotSeries } from './PlotSeries.ts';
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

function drawPaths(series: PlotSeries, { scales, axis }: PlotAxis, columns: PixelColumns): SeriesPaths {
  const { times, values, interpolation, fillOpacity } = series;
  const baseline = fillOpacity > 0 ? scales.y(Math.min(axis.max, Math.max(axis.min, 0))) : undefined;
  const rows = decimateM4(values, columns);
  return seriesPaths({ times, values, rows, scales, interpolation, baseline });
}

function isDrawnAlike(a: PlotSeries, b: PlotSeries): boolean {
  return (
    a.values === b.values &&
    a.times === b.times &&
    a.interpolation === b.interpolation &&
    a.fillOpacity === b.fillOpacity
  );
}
