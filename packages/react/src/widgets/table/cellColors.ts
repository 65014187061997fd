import { textOn } from '@glasspane/core/chart';
import { scaleFill, themeColor } from '../../theme/themeColor.ts';

/** The colours of a cell that is filled with one. */
export interface CellColors {
  readonly background: string;
  /** Left out where the theme's text is read well on it. */
  readonly text?: string | undefined;
}

/** Returns the colours of a filled cell: colours of a scale and hex as they are, those of the theme as a tint. */
export function cellColors(color: string): CellColors {
  const onScale = scaleFill(color);
  if (onScale !== undefined) return { background: onScale.fill, text: onScale.text };
  const background = themeColor(color);
  // A clear hex colour shows what is below it, so that the theme's text is read on it.
  if (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(background)) return { background, text: textOn(background) };
  return { background: `color-mix(in srgb, ${background} 20%, transparent)` };
}
