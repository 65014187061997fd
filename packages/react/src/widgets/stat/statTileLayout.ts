import { textWidth } from '../../chart/textWidth.ts';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import type { TileSeries } from '../tiles/useTileSeries.ts';

/** The height of a line that names a tile, or says what its value means. */
export const NAME_HEIGHT = 18;

interface StatTileLayoutOptions {
  readonly tile: TileSeries;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasSparkline: boolean;
}

/** What a tile of one value has room for. */
export interface StatTileLayout {
  /** 0 where the course is not drawn. */
  readonly courseHeight: number;
  readonly hasLabel: boolean;
  readonly fontSize: number;
  /** The change since an earlier time: how high its line is, 0 where there is no room for it, and how large its letters. */
  readonly deltaHeight: number;
  readonly deltaSize: number;
  /** Whether it says since when. */
  readonly hasSince: boolean;
}

/** Returns what a tile of one value has room for. */
export function statTileLayout(options: StatTileLayoutOptions): StatTileLayout {
  const { tile, width, height, hasName } = options;
  const { delta, display, series } = tile;
  const hasDelta = delta !== undefined && height >= (hasName ? 72 : 50);
  const hasCourse = options.hasSparkline && series.times.length > 1 && height >= (hasDelta ? 96 : 72);
  const courseHeight = hasCourse ? Math.floor(height * (hasDelta ? 0.3 : 0.36)) : 0;
  const deltaSize = Math.round(Math.min(20, Math.max(12, height * 0.09)));
  const deltaHeight = hasDelta ? Math.round(deltaSize * 1.5) : 0;
  // Beside others, labels would set their names at different heights; there they are in the tooltip.
  const hasLabel = display.label !== undefined && !hasName && height >= 84 + deltaHeight;
  const labelHeight = (hasName ? NAME_HEIGHT : 0) + (hasLabel ? NAME_HEIGHT : 0) + deltaHeight;
  const room = height - labelHeight - courseHeight * 0.8 - 8;
  return {
    courseHeight,
    hasLabel,
    fontSize: fitFontSize(display.text, width - 24, Math.max(14, Math.min(room * 0.78, 128))),
    deltaHeight,
    deltaSize,
    hasSince: delta !== undefined && textWidth(`${delta.text} ${delta.since}`, deltaSize) <= width - 16,
  };
}
