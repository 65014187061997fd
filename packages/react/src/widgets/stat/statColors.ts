import type { ScaleFill } from '../../theme/themeColor.ts';
import { scaleFill, themeColor } from '../../theme/themeColor.ts';
import type { TileSeries } from '../tiles/useTileSeries.ts';

/** The CSS colours of a tile. */
export interface StatColors {
  /** The colour of the threshold, the mapping or the scale, where there is one. */
  readonly tile: string | undefined;
  /** The whole tile is of a colour on a scale. */
  readonly fill: ScaleFill | undefined;
  /** The course of the values. */
  readonly course: string;
}

/** Returns the colours of a tile of one value. */
export function statColors({ display, series }: TileSeries, colorMode: 'value' | 'background' | 'none'): StatColors {
  const tile = display.color === undefined ? undefined : themeColor(display.color);
  const fill = colorMode === 'background' ? scaleFill(display.color) : undefined;
  const course = fill?.text ?? (colorMode === 'none' ? undefined : tile) ?? series.color;
  return { tile, fill, course };
}
