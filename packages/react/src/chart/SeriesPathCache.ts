import { decimateM4, type PixelColumns, pixelColumns } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotRect } from './plotLayout.ts';
import { type Interpolation, type SeriesPaths, seriesPaths } from './seriesPaths.ts';

/** What the paths of all series of a chart share. */
export interface PathsScene {
  readonly rect: PlotRect;
  readonly startMs: number;
  readonly endMs: number;
  readonly scales: PlotScales;
  readonly interpolation: Interpolation;
  readonly baseline: number | undefined;
}

interface CachedPaths {
  readonly values: Float64Array;
  readonly times: Float64Array;
  readonly sceneKey: string;
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
  draw(series: readonly ChartSeries[], scene: PathsScene): readonly SeriesPaths[] {
    const sceneKey = `${scene.scales.key} ${scene.interpolation} ${scene.baseline}`;
    const paths = new Map<string, CachedPaths>();
    const columns = new Map(
      [...new Set(series.map(({ times }) => times))].map((times) => [times, this.#columnsOf(times, scene)]),
    );
    for (const one of series) {
      const cached = this.#paths.get(one.key);
      const isFresh = cached?.sceneKey === sceneKey && cached.values === one.field.values && cached.times === one.times;
      const divided = columns.get(one.times);
      if (isFresh && cached !== undefined) {
        paths.set(one.key, cached);
      } else if (divided !== undefined) {
        const rows = decimateM4(one.field.values, divided.columns);
        const drawn = seriesPaths({ ...scene, times: one.times, values: one.field.values, rows });
        paths.set(one.key, { values: one.field.values, times: one.times, sceneKey, paths: drawn });
      }
    }
    this.#paths = paths;
    this.#columns = columns;
    return series.map(({ key }) => paths.get(key)?.paths ?? { line: '', area: '', dots: '' });
  }

  #columnsOf(times: Float64Array, scene: PathsScene): { readonly key: string; readonly columns: PixelColumns } {
    const { startMs, endMs } = scene;
    const columnCount = Math.round(scene.rect.width);
    const key = `${startMs} ${endMs} ${columnCount}`;
    const cached = this.#columns.get(times);
    return cached?.key === key ? cached : { key, columns: pixelColumns({ times, startMs, endMs, columnCount }) };
  }
}
