import { type ReactElement, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../../provider/useIsomorphicLayoutEffect.ts';
import type { HeatmapPlot } from './heatmapPlot.ts';

/** The cells of a heatmap in pixels, behind its picture: thousands of them are painted at once. */
export function HeatmapCanvas({ plot }: { readonly plot: HeatmapPlot }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, cells, colors } = plot;
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const ratio = window.devicePixelRatio;
    [element.width, element.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    context.scale(ratio, ratio);
    for (const [level, places] of cells.entries()) {
      const color = colors[level];
      if (color === undefined || places.length === 0) continue;
      // A canvas does not know custom properties, and the colour of an element does.
      element.style.color = color.fill;
      context.fillStyle = getComputedStyle(element).color;
      context.globalAlpha = color.opacity;
      for (let index = 0; index + 3 < places.length; index += 4) {
        context.fillRect(places[index] ?? 0, places[index + 1] ?? 0, places[index + 2] ?? 0, places[index + 3] ?? 0);
      }
    }
  });
  return <canvas ref={canvas} className="gp-chart-canvas" style={{ width, height }} />;
}
