import type { FieldOptions } from '@glasspane/core';
import { tokenColor } from '../../theme/colorTokens.ts';
import { themeColor } from '../../theme/themeColor.ts';
import { LEVELS } from './heatmapCells.ts';

/** How cells are filled. */
export interface HeatColor {
  /** A CSS colour, complete without a stylesheet. */
  readonly fill: string;
  readonly opacity: number;
}

/** Returns the colour of each level, the faintest first. */
export function heatmapColors(field: FieldOptions | undefined): readonly HeatColor[] {
  const color = field?.color;
  const fill = color?.by === 'fixed' && color.color !== undefined ? themeColor(color.color) : tokenColor('series-1');
  return Array.from({ length: LEVELS }, (_, level) => ({ fill, opacity: 0.1 + (0.9 * level) / (LEVELS - 1) }));
}
