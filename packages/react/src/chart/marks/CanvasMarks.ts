import type { PlotModel } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { dotSize } from '../SeriesMarks.tsx';
import { SeriesPathCache } from '../SeriesPathCache.ts';
import { MARGIN, type MarkScene } from './MarkScene.ts';
import { isPlain, isStroked } from './markCounts.ts';
import { isDense, RasterMarks } from './RasterMarks.ts';
import { readColors } from './readColors.ts';
import { strokeMarks } from './strokeMarks.ts';

/** How opaque the others are while one series stands out. */
const FADED = 0.18;

/** Draws the marks of one chart on a canvas, and draws them again when something else than the data changes. */
export class CanvasMarks {
  readonly #raster: RasterMarks = new RasterMarks();
  readonly #paths: SeriesPathCache = new SeriesPathCache();
  #canvas: HTMLCanvasElement | null = null;
  #context: CanvasRenderingContext2D | null = null;
  #palette: ReadonlyMap<string, string> = new Map();
  #model: PlotModel | undefined;
  #ratio = 1;
  #highlightedKey: string | undefined;

  /** Takes a canvas whose colours are those of the palette; draws again when the theme gives it others. */
  attach(canvas: HTMLCanvasElement, palette: readonly string[]): () => void {
    const restyle = (): void => {
      this.#readPalette(canvas, palette);
      this.#draw();
    };
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#readPalette(canvas, palette);
    canvas.addEventListener('transitionend', restyle);
    return () => {
      canvas.removeEventListener('transitionend', restyle);
      this.#canvas = null;
      this.#context = null;
    };
  }

  /** Draws a plot. */
  draw(model: PlotModel, ratio: number): void {
    this.#model = model;
    this.#ratio = ratio;
    this.#draw();
  }

  /** Lets one series stand out from the others; no key ends it. */
  highlight(key: string | undefined): void {
    if (key === this.#highlightedKey) return;
    this.#highlightedKey = key;
    this.#draw();
  }

  #readPalette(canvas: HTMLCanvasElement, palette: readonly string[]): void {
    const colors = readColors(canvas);
    this.#palette = new Map(palette.flatMap((name, index) => (colors[index] ? [[name, colors[index]]] : [])));
  }

  #draw(): void {
    const [context, canvas, model] = [this.#context, this.#canvas, this.#model];
    if (context === null || canvas === null || model === undefined) return;
    const key = this.#highlightedKey;
    const scene: MarkScene = {
      model,
      ratio: this.#ratio,
      colors: model.series.map(({ color }) => this.#palette.get(color)),
      opacityOf: (series) => (key === undefined || series.key === key ? 1 : FADED),
    };
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (isStroked(model)) {
      strokeMarks(context, scene);
      return;
    }
    if (model.series.every(isPlain) && isDense(model, this.#ratio)) this.#raster.draw(context, scene);
    else this.#drawPaths(context, scene);
  }

  /** Draws by the paths that SVG would draw. */
  #drawPaths(context: CanvasRenderingContext2D, { model, colors, opacityOf, ratio }: MarkScene): void {
    const paths = this.#paths.draw(model);
    context.setTransform(ratio, 0, 0, ratio, (MARGIN - model.rect.left) * ratio, (MARGIN - model.rect.top) * ratio);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    for (const [index, series] of model.series.entries()) {
      const drawn = paths[index];
      const color = colors[index];
      if (drawn === undefined || color === undefined) continue;
      context.fillStyle = color;
      context.strokeStyle = color;
      context.globalAlpha = opacityOf(series) * series.fillOpacity;
      if (drawn.area !== '' && series.fillOpacity > 0) context.fill(new Path2D(drawn.area));
      context.globalAlpha = opacityOf(series);
      strokePath(context, drawn.line, series.lineWidth, series.dash);
      strokePath(context, drawn.dots, dotSize(series.lineWidth), undefined);
    }
    context.globalAlpha = 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
  }
}

function strokePath(context: CanvasRenderingContext2D, path: string, width: number, dash: PlotSeries['dash']): void {
  if (path === '' || width === 0) return;
  context.lineWidth = width;
  context.setLineDash(dash === undefined ? [] : [...dash]);
  context.stroke(new Path2D(path));
}
