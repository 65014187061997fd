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

interface StatTileLayout {
  /** 0 where the course is not drawn. */
  readonly courseHeight: number;
  readonly hasLabel: boolean;
  readonly fontSize: number;
}

/** Returns what a tile of one value has room for. */
export function statTileLayout(options: StatTileLayoutOptions): StatTileLayout {
  const { tile, width, height, hasName } = options;
  const hasCourse = options.hasSparkline && tile.series.times.length > 1 && height >= 72;
  const courseHeight = hasCourse ? Math.floor(height * 0.36) : 0;
  // Beside others, labels would set their names at different heights; there they are in the tooltip.
  const hasLabel = tile.display.label !== undefined && !hasName && height >= 84;
  const labelHeight = (hasName ? NAME_HEIGHT : 0) + (hasLabel ? NAME_HEIGHT : 0);
  const room = height - labelHeight - courseHeight * 0.8 - 8;
  const fontSize = fitFontSize(tile.display.text, width - 24, Math.max(14, Math.min(room * 0.78, 128)));
  return { courseHeight, hasLabel, fontSize };
}
