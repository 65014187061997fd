import { textOn } from '@glasspane/core/chart';
import { type ColorToken, LIGHT_COLORS, tokenColor } from '../../theme/colorTokens.ts';
import { DARK_COLORS } from '../../theme/darkColors.ts';
import { type ScaleFill, scaleFill, themeColor } from '../../theme/themeColor.ts';

/** Returns the CSS colours of an area in a colour of a dashboard and of what is written on it, in either theme. */
export function stateFill(color: string): ScaleFill {
  const scaled = scaleFill(color);
  if (scaled !== undefined) return scaled;
  const fill = themeColor(color);
  if (/^series-\d+$/.test(color) && Object.hasOwn(LIGHT_COLORS, color)) {
    const [light, dark] = [textOn(LIGHT_COLORS[color as ColorToken]), textOn(DARK_COLORS[color as ColorToken])];
    return { fill, text: light === dark ? light : `light-dark(${light}, ${dark})` };
  }
  // The semantic colours are read on the surface, and so the surface is read on them.
  return { fill, text: fill.startsWith('#') ? textOn(fill) : tokenColor('surface') };
}
