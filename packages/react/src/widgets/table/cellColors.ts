import { scaleColorAt, textOn } from '@glasspane/core/chart';
import { themeColor } from '../../theme/themeColor.ts';

/** The colours of a cell that is filled with one. */
export interface CellColors {
  readonly background: string;
  /** Left out where the theme's text is read well on it. */
  readonly text?: string | undefined;
}

/** Returns the colours of a filled cell: colours of a scale and hex as they are, those of the theme as a tint. */
export function cellColors(color: string): CellColors {
  const [light, dark] = [scaleColorAt(color, 'light'), scaleColorAt(color, 'dark')];
  if (light !== undefined && dark !== undefined) {
    return { background: themeColor(color), text: pair(textOn(light), textOn(dark)) };
  }
  const background = themeColor(color);
  if (background.startsWith('#')) return { background, text: textOn(background) };
  return { background: `color-mix(in srgb, ${background} 20%, transparent)` };
}

function pair(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}
