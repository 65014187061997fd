import { decimateM4, type PixelColumns, pixelColumns } from '@glasspane/core';
import { axisOf } from '../PlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { MARGIN, type MarkScene } from './MarkScene.ts';

/** Strokes are no wider than this, in pixels of the screen: browsers draw them several times as fast. */
const HAIRLINE = 1;

/** Draws plain lines as strokes of a canvas: the fastest where many lines have few samples each. */
export function strokeMarks(context: CanvasRenderingContext2D, scene: MarkScene): void {
  const { model, colors, ratio } = scene;
  const columns = new Map<Float64Array, PixelColumns>();
  context.lineJoin = 'round';
  for (const [index, series] of model.series.entries()) {
    const color = colors[index];
    if (color === undefined || series.lineWidth === 0) continue;
    let divided = columns.get(series.times);
    if (divided === undefined) {
      const columnCount = Math.round(model.rect.width * ratio);
      divided = pixelColumns({ times: series.times, ...model.range, columnCount });
      columns.set(series.times, divided);
    }
    context.globalAlpha = scene.opacityOf(series);
    context.strokeStyle = color;
    context.lineWidth = Math.min(HAIRLINE, series.lineWidth * ratio);
    context.beginPath();
    trace(context, series, scene, decimateM4(series.values, divided));
    context.stroke();
  }
  context.globalAlpha = 1;
}

function trace(context: CanvasRenderingContext2D, series: PlotSeries, scene: MarkScene, rows: Uint32Array): void {
  const { times, values, interpolation } = series;
  const { rect } = scene.model;
  const { scales } = axisOf(scene.model, series);
  const { ratio } = scene;
  const { from, origin, slope } = scales.xLine;
  const shift = origin - rect.left + MARGIN;
  const down = MARGIN - rect.top;
  let [lastY, isOpen] = [0, false];
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    const pixel = Number.isFinite(value) ? scales.y(value) : Number.NaN;
    if (Number.isNaN(pixel)) {
      isOpen = false;
      continue;
    }
    const x = (((times[row] ?? 0) - from) * slope + shift) * ratio;
    const y = (Math.min(FAR, Math.max(-FAR, pixel)) + down) * ratio;
    if (!isOpen) context.moveTo(x, y);
    else {
      if (interpolation === 'stepAfter') context.lineTo(x, lastY);
      context.lineTo(x, y);
    }
    [lastY, isOpen] = [y, true];
  }
}

const FAR = 1e5;
