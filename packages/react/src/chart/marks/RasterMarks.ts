import { axisOf } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { rowsWithin } from '../rowsWithin.ts';
import { baselineOf } from '../seriesBase.ts';
import { LineCourse } from './LineCourse.ts';
import { layCourse } from './layCourse.ts';
import { layDense } from './layDense.ts';
import { MARGIN, type MarkScene } from './MarkScene.ts';
import { PixelColors } from './PixelColors.ts';
import { PixelImage } from './PixelImage.ts';
import { type SampleColumns, sampleColumns } from './SampleColumns.ts';

/** From so many samples in each pixel on they are not told apart from left to right. */
const DENSE = 1.5;
/** The radius of a sample without a neighbour. */
const DOT_RADIUS = 2.5;

/** Paints lines and areas of many samples, pixel by pixel: in each column what the line is between there. */
export class RasterMarks {
  readonly #course: LineCourse = new LineCourse();
  readonly #base: LineCourse = new LineCourse();
  readonly #colors: PixelColors = new PixelColors();
  #image: PixelImage | undefined;

  /** Paints series all of which are dense, over what is on the canvas: all areas, then all lines. */
  draw(context: CanvasRenderingContext2D, scene: MarkScene): void {
    const { width, height } = context.canvas;
    if (width === 0 || height === 0) return;
    const image = this.#imageOf(width, height);
    const columns = new ColumnsOfTimes(scene, width);
    for (const part of ['area', 'line'] as const) {
      for (const [index, series] of scene.model.series.entries()) {
        const color = scene.colors[index];
        const opacity = scene.opacityOf(series) * (part === 'area' ? series.fillOpacity : 1);
        if (color === undefined || opacity === 0 || (part === 'line' && series.lineWidth === 0)) continue;
        const { alpha, ...pixelColor } = this.#colors.of(color);
        image.dip(pixelColor, alpha * opacity);
        const divided = columns.of(series.times);
        if (part === 'area') this.#paintArea(image, scene, series, divided);
        else this.#paintLine(image, scene, series, divided);
      }
    }
    image.put(context);
  }

  #imageOf(width: number, height: number): PixelImage {
    const kept = this.#image;
    if (kept?.width === width && kept.height === height) {
      kept.clear();
      return kept;
    }
    const made = new PixelImage(width, height);
    this.#image = made;
    return made;
  }

  #paintLine(image: PixelImage, scene: MarkScene, series: PlotSeries, columns: SampleColumns): void {
    const radius = Math.max(0.5, series.lineWidth * scene.ratio) / 2;
    const reach = reachOf(radius);
    lay({ course: this.#course, values: series.values, series, columns }, scene, (course) => {
      const { lows, highs, first, end } = course;
      if (course.samples === 1) paintDot(image, course, DOT_RADIUS * scene.ratio);
      else if (reach.length > 1) paintThick(image, course, reach);
      else {
        for (let column = first; column < end; column += 1) {
          image.paint(column, (lows[column] ?? 0) - radius, (highs[column] ?? 0) + radius);
        }
      }
    });
  }

  #paintArea(image: PixelImage, scene: MarkScene, series: PlotSeries, columns: SampleColumns): void {
    const flat = (baselineOf(axisOf(scene.model, series)) - scene.model.rect.top + MARGIN) * scene.ratio;
    const base = this.#base;
    if (series.base !== undefined) {
      const whole = { ...series, connectNulls: Number.POSITIVE_INFINITY };
      lay({ course: base, values: series.base, series: whole, columns }, scene, () => {});
    }
    lay({ course: this.#course, values: series.values, series, columns }, scene, (course) => {
      for (let column = course.first; column < course.end; column += 1) {
        const height = middleOf(course, column);
        const end = series.base === undefined ? flat : middleOf(base, column);
        image.paint(column, height < end ? height : end, height < end ? end : height);
      }
    });
  }
}

interface Laid {
  readonly course: LineCourse;
  readonly values: Float64Array;
  readonly series: PlotSeries;
  readonly columns: SampleColumns;
}

function lay({ course, values, series, columns }: Laid, scene: MarkScene, onPiece: (course: LineCourse) => void): void {
  const { model, ratio } = scene;
  const { scales } = axisOf(model, series);
  const top = model.rect.top - MARGIN;
  const { yLine } = scales;
  const line = yLine && { from: yLine.from, origin: (yLine.origin - top) * ratio, slope: yLine.slope * ratio };
  course.resize(columns.columnCount);
  if (line !== undefined && series.interpolation === 'linear' && layDense(course, values, columns, line)) {
    onPiece(course);
    return;
  }
  const scale = (value: number): number => (scales.y(value) - top) * ratio;
  const widestGap = (series.connectNulls ?? 0) * columns.columnsPerMs;
  layCourse(course, { values, columns, interpolation: series.interpolation, widestGap, line, scale }, onPiece);
}

/** Returns how far a round brush reaches above a line that is so many columns away. */
function reachOf(radius: number): readonly number[] {
  const reach = [radius];
  for (let away = 1; away < radius + 0.25; away += 1) {
    const near = Math.min(radius, away - 0.25);
    reach.push(Math.sqrt(radius * radius - near * near));
  }
  return reach;
}

/** Paints a line that is wider than its column. */
function paintThick(image: PixelImage, { lows, highs, first, end }: LineCourse, reach: readonly number[]): void {
  const far = reach.length - 1;
  const last = Math.min(image.width, end + far);
  for (let column = Math.max(0, first - far); column < last; column += 1) {
    let top = Number.POSITIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    const to = Math.min(end - 1, column + far);
    for (let other = Math.max(first, column - far); other <= to; other += 1) {
      const more = reach[other < column ? column - other : other - column] ?? 0;
      top = Math.min(top, (lows[other] ?? 0) - more);
      bottom = Math.max(bottom, (highs[other] ?? 0) + more);
    }
    image.paint(column, top, bottom);
  }
}

function middleOf({ lows, highs, first, end }: LineCourse, column: number): number {
  // A base that is not there is where the nearest one is.
  const at = column < first ? first : column < end ? column : end - 1;
  return ((lows[at] ?? 0) + (highs[at] ?? 0)) / 2;
}

function paintDot(image: PixelImage, { first, end, lows }: LineCourse, radius: number): void {
  if (first >= end) return;
  const y = lows[first] ?? 0;
  const reach = Math.floor(radius);
  for (let away = -reach; away <= reach; away += 1) {
    const column = first + away;
    if (column < 0 || column >= image.width) continue;
    const half = Math.sqrt(radius * radius - away * away);
    image.paint(column, y - half, y + half);
  }
}

/** Which samples stand in which column of pixels. Series of the same times share it. */
class ColumnsOfTimes {
  readonly #scene: MarkScene;
  readonly #width: number;
  readonly #columns = new Map<Float64Array, SampleColumns>();

  constructor(scene: MarkScene, width: number) {
    this.#scene = scene;
    this.#width = width;
  }

  of(times: Float64Array): SampleColumns {
    let found = this.#columns.get(times);
    if (found === undefined) {
      found = divide(times, this.#scene, this.#width);
      this.#columns.set(times, found);
    }
    return found;
  }
}

function divide(times: Float64Array, { model, ratio }: MarkScene, columnCount: number): SampleColumns {
  const { from, origin, slope } = model.scales.xLine;
  const startMs = slope === 0 ? from : from - (origin - model.rect.left + MARGIN) / slope;
  return sampleColumns({ times, startMs, columnsPerMs: slope * ratio, columnCount });
}

/** Returns whether the samples of a plot stand so close that {@link RasterMarks} shows what a line would show. */
export function isDense({ series, range, rect }: MarkScene['model'], ratio: number): boolean {
  const wanted = DENSE * (rect.width + 2 * MARGIN) * ratio;
  return [...new Set(series.map(({ times }) => times))].every((times) => {
    const [first, end] = rowsWithin(times, range.startMs, range.endMs);
    return end - first >= wanted;
  });
}
