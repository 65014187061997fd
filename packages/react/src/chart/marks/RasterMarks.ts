import { axisOf, type PlotModel } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { rowsWithin } from '../rowsWithin.ts';
import { baselineOf } from '../seriesBase.ts';
import { LineCourse } from './LineCourse.ts';
import { layCourse } from './layCourse.ts';
import { MARGIN, type MarkScene } from './MarkRenderer.ts';
import { PixelRaster } from './PixelRaster.ts';
import { areaExtent, paintArea } from './paintArea.ts';
import { type Brush, brushOf, paintLine } from './paintLine.ts';
import { type SampleColumns, sampleColumns } from './SampleColumns.ts';

/** From so many samples in each pixel on they are not told apart from left to right. */
const DENSE = 2.5;
/** A sample without a neighbour is a dot of that size. */
const DOT_SIZE = 5;

/** How a series is painted, and what it shares with others of the same times. */
interface SeriesBrush {
  readonly brush: Brush;
  readonly columns: SampleColumns;
}

/** Draws lines and areas by working out what each column of pixels shows of them. */
export class RasterMarks {
  readonly #course: LineCourse = new LineCourse();
  readonly #base: LineCourse = new LineCourse();
  #raster: PixelRaster | undefined;

  /** Returns the picture of some of the series, in the plot with its margin. */
  draw(scene: MarkScene, isDrawn: (series: PlotSeries) => boolean): ImageData {
    const raster = this.#rasterOf(scene.model, scene.ratio);
    const brushes = new Brushes(scene, raster.width);
    const drawn = scene.model.series.flatMap((series, index) => (isDrawn(series) ? [{ series, index }] : [])).reverse();
    // From the front to the back: lines are before all areas.
    for (const { series, index } of drawn) {
      const color = scene.colors[index];
      if (color === undefined || series.lineWidth === 0) continue;
      const { brush, columns } = brushes.of(series);
      const opacity = scene.opacityOf(series);
      const dot = brushOf(DOT_SIZE * scene.ratio, columns.columnCount === raster.width);
      raster.dip(color, opacity, brush.columnsPerPixel);
      this.#lay(this.#course, series.values, series, scene, columns, (course) => {
        const isDot = course.samples === 1 && dot.columnsPerPixel === brush.columnsPerPixel;
        paintLine(raster, course, isDot ? dot : brush);
      });
    }
    for (const { series, index } of drawn) {
      const color = scene.colors[index];
      if (color !== undefined && series.fillOpacity > 0) {
        raster.dip(color, series.fillOpacity * scene.opacityOf(series), brushes.of(series).brush.columnsPerPixel);
        this.#paintArea(raster, series, scene, brushes.of(series));
      }
    }
    return raster.image;
  }

  #paintArea(raster: PixelRaster, series: PlotSeries, scene: MarkScene, { brush, columns }: SeriesBrush): void {
    const axis = axisOf(scene.model, series);
    let base: LineCourse | number = (baselineOf(axis) - scene.model.rect.top + MARGIN) * scene.ratio;
    if (series.base !== undefined) {
      base = this.#base;
      this.#lay(
        this.#base,
        series.base,
        { ...series, connectNulls: Number.POSITIVE_INFINITY },
        scene,
        columns,
        () => {},
      );
    }
    const end = base;
    this.#lay(this.#course, series.values, series, scene, columns, (course) => {
      raster.fade(series.hasGradient ? areaExtent(course, end) : undefined);
      paintArea(raster, course, end, brush.columnsPerPixel);
    });
  }

  #lay(
    course: LineCourse,
    values: Float64Array,
    series: PlotSeries,
    { model, ratio }: MarkScene,
    columns: SampleColumns,
    onPiece: (course: LineCourse) => void,
  ): void {
    const { scales } = axisOf(model, series);
    const top = model.rect.top - MARGIN;
    const { yLine } = scales;
    course.resize(columns.columnCount);
    layCourse(
      course,
      {
        values,
        columns,
        interpolation: series.interpolation,
        widestGap: (series.connectNulls ?? 0) * columns.columnsPerMs,
        line: yLine && { from: yLine.from, origin: (yLine.origin - top) * ratio, slope: yLine.slope * ratio },
        scale: (value) => (scales.y(value) - top) * ratio,
      },
      onPiece,
    );
  }

  #rasterOf({ rect }: PlotModel, ratio: number): PixelRaster {
    const width = Math.round((rect.width + 2 * MARGIN) * ratio);
    const height = Math.round((rect.height + 2 * MARGIN) * ratio);
    const last = this.#raster;
    if (last?.width === width && last.height === height) {
      last.clear();
      return last;
    }
    this.#raster = new PixelRaster(width, height);
    return this.#raster;
  }
}

/** The brushes of a picture. Series of the same times and width share one. */
class Brushes {
  readonly #scene: MarkScene;
  readonly #width: number;
  readonly #brushes = new Map<Float64Array, Map<number, SeriesBrush>>();

  constructor(scene: MarkScene, width: number) {
    [this.#scene, this.#width] = [scene, width];
  }

  of({ times, lineWidth }: PlotSeries): SeriesBrush {
    const width = lineWidth * this.#scene.ratio;
    let ofTimes = this.#brushes.get(times);
    if (ofTimes === undefined) {
      ofTimes = new Map();
      this.#brushes.set(times, ofTimes);
    }
    let found = ofTimes.get(width);
    if (found === undefined) {
      const { startMs, endMs } = this.#scene.model.range;
      const [first, end] = rowsWithin(times, startMs, endMs);
      const brush = brushOf(width, end - first >= DENSE * this.#width);
      found = { brush, columns: this.#columnsOf(times, brush.columnsPerPixel) };
      ofTimes.set(width, found);
    }
    return found;
  }

  #columnsOf(times: Float64Array, columnsPerPixel: number): SampleColumns {
    const { model, ratio } = this.#scene;
    const { from, origin, slope } = model.scales.xLine;
    return sampleColumns({
      times,
      startMs: slope === 0 ? from : from - (origin - model.rect.left + MARGIN) / slope,
      columnsPerMs: slope * ratio * columnsPerPixel,
      columnCount: this.#width * columnsPerPixel,
    });
  }
}
