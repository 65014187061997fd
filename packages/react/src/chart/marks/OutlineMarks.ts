import { axisOf } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { rowsWithin } from '../rowsWithin.ts';
import { baselineOf } from '../seriesBase.ts';
import { type Brush, brushOf } from './Brush.ts';
import { LineCourse } from './LineCourse.ts';
import { layCourse } from './layCourse.ts';
import { MARGIN, type MarkScene } from './MarkScene.ts';
import { areaExtent, OutlineTracer } from './OutlineTracer.ts';
import { DENSE } from './RasterMarks.ts';
import { type SampleColumns, sampleColumns } from './SampleColumns.ts';

/** A sample without a neighbour is a dot of that size. */
const DOT_SIZE = 5;
/** What is left of a colour where it has faded away. */
const FAINT = 0.05;

/** How a series is drawn, and what it shares with others of the same times. */
interface SeriesBrush {
  readonly brush: Brush;
  readonly columns: SampleColumns;
}

/** What is laid, and into which course. */
interface Laid {
  readonly course: LineCourse;
  readonly values: Float64Array;
  readonly series: PlotSeries;
  readonly columns: SampleColumns;
}

/** Fills the outlines of lines and areas, which it works out from what each column of pixels holds of them. */
export class OutlineMarks {
  readonly #course: LineCourse = new LineCourse();
  readonly #base: LineCourse = new LineCourse();
  readonly #tracer: OutlineTracer = new OutlineTracer();

  /** Draws some of the series: all areas, then all lines. */
  draw(context: CanvasRenderingContext2D, scene: MarkScene, isDrawn: (series: PlotSeries) => boolean): void {
    const brushes = new Brushes(scene);
    for (const [index, series] of scene.model.series.entries()) {
      const color = scene.colors[index];
      if (color === undefined || !isDrawn(series) || series.fillOpacity === 0) continue;
      context.fillStyle = color;
      context.globalAlpha = series.fillOpacity * scene.opacityOf(series);
      this.#fillArea(context, scene, series, brushes.of(series));
    }
    for (const [index, series] of scene.model.series.entries()) {
      const color = scene.colors[index];
      if (color === undefined || !isDrawn(series) || series.lineWidth === 0) continue;
      context.fillStyle = color;
      context.globalAlpha = scene.opacityOf(series);
      this.#fillLine(context, scene, series, brushes.of(series));
    }
    context.globalAlpha = 1;
  }

  #fillLine(
    context: CanvasRenderingContext2D,
    scene: MarkScene,
    series: PlotSeries,
    { brush, columns }: SeriesBrush,
  ): void {
    context.beginPath();
    lay({ course: this.#course, values: series.values, series, columns }, scene, (course) => {
      if (course.samples > 1) this.#tracer.traceLine(context, course, brush);
      else traceDot(context, course, brush.columnsPerPixel, (DOT_SIZE / 2) * scene.ratio);
    });
    context.fill();
  }

  #fillArea(
    context: CanvasRenderingContext2D,
    scene: MarkScene,
    series: PlotSeries,
    { brush, columns }: SeriesBrush,
  ): void {
    const end = series.base === undefined ? baseHeight(scene, series) : this.#base;
    if (series.base !== undefined) {
      const whole = { ...series, connectNulls: Number.POSITIVE_INFINITY };
      lay({ course: this.#base, values: series.base, series: whole, columns }, scene, () => {});
    }
    context.beginPath();
    let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    lay({ course: this.#course, values: series.values, series, columns }, scene, (course) => {
      this.#tracer.traceArea(context, course, end, brush.columnsPerPixel);
      if (!series.hasGradient) return;
      const [from, to] = areaExtent(course, end);
      [top, bottom] = [Math.min(top, from), Math.max(bottom, to)];
    });
    if (series.hasGradient && top < bottom) context.fillStyle = fadeOf(context, context.fillStyle, top, bottom);
    context.fill();
  }
}

function baseHeight({ model, ratio }: MarkScene, series: PlotSeries): number {
  return (baselineOf(axisOf(model, series)) - model.rect.top + MARGIN) * ratio;
}

function fadeOf(
  context: CanvasRenderingContext2D,
  color: string | CanvasGradient | CanvasPattern,
  top: number,
  bottom: number,
): string | CanvasGradient | CanvasPattern {
  if (typeof color !== 'string') return color;
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  gradient.addColorStop(0, color);
  gradient.addColorStop(1, `color-mix(in srgb, ${color} ${FAINT * 100}%, transparent)`);
  return gradient;
}

function traceDot(
  context: CanvasRenderingContext2D,
  { first, end, lows }: LineCourse,
  columnsPerPixel: number,
  radius: number,
): void {
  if (first >= end) return;
  const [x, y] = [(first + 0.5) / columnsPerPixel, lows[first] ?? 0];
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function lay(
  { course, values, series, columns }: Laid,
  { model, ratio }: MarkScene,
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

/** The brushes of a picture. Series of the same times and width share one. */
class Brushes {
  readonly #scene: MarkScene;
  readonly #width: number;
  readonly #brushes = new Map<Float64Array, Map<number, SeriesBrush>>();

  constructor(scene: MarkScene) {
    this.#scene = scene;
    this.#width = Math.round((scene.model.rect.width + 2 * MARGIN) * scene.ratio);
  }

  of({ times, lineWidth }: PlotSeries): SeriesBrush {
    let ofTimes = this.#brushes.get(times);
    if (ofTimes === undefined) {
      ofTimes = new Map();
      this.#brushes.set(times, ofTimes);
    }
    let found = ofTimes.get(lineWidth);
    if (found === undefined) {
      found = this.#make(times, Math.max(0.5, lineWidth) * this.#scene.ratio);
      ofTimes.set(lineWidth, found);
    }
    return found;
  }

  #make(times: Float64Array, width: number): SeriesBrush {
    const { model, ratio } = this.#scene;
    const { startMs, endMs } = model.range;
    const [first, end] = rowsWithin(times, startMs, endMs);
    const brush = brushOf(width, end - first >= DENSE * this.#width);
    const { from, origin, slope } = model.scales.xLine;
    const columns = sampleColumns({
      times,
      startMs: slope === 0 ? from : from - (origin - model.rect.left + MARGIN) / slope,
      columnsPerMs: slope * ratio * brush.columnsPerPixel,
      columnCount: this.#width * brush.columnsPerPixel,
    });
    return { brush, columns };
  }
}
