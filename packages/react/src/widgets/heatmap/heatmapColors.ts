import type { FieldOptions } from '@glasspane/core';
import { scaleFill, themeColor } from '../../theme/themeColor.ts';
import { LEVELS } from './heatmapCells.ts';

/** How cells are filled. */
export interface HeatColor {
  /** A CSS colour, complete without a stylesheet. */
  readonly fill: string;
  readonly opacity: number;
}

/** Returns the colour of each level, that of the smallest counts first: along a scale, or one colour that comes up. */
export function heatmapColors(field: FieldOptions | undefined): readonly HeatColor[] {
  const { by, color, scale = 'blues' } = field?.color ?? {};
  return Array.from({ length: LEVELS }, (_, level) => {
    const ratio = level / (LEVELS - 1);
    if (by === 'fixed' && color !== undefined) return { fill: themeColor(color), opacity: 0.1 + 0.9 * ratio };
    return { fill: scaleFill(`${scale}@${ratio.toFixed(3)}`)?.fill ?? themeColor('neutral'), opacity: 1 };
  });
}
