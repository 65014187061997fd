import { scaleColorAt, textOn } from '@glasspane/core/chart';
import { type ColorToken, LIGHT_COLORS, tokenColor } from '../../theme/colorTokens.ts';
import { DARK_COLORS } from '../../theme/darkColors.ts';
import { themeColor } from '../../theme/themeColor.ts';

/** Returns the CSS colour of text that is read on a colour of a dashboard, as {@link themeColor} takes it, in either theme. */
export function stateInk(color: string): string {
  const [light, dark] = [scaleColorAt(color, 'light'), scaleColorAt(color, 'dark')];
  if (light !== undefined && dark !== undefined) return pair(textOn(light), textOn(dark));
  if (/^series-\d+$/.test(color) && Object.hasOwn(LIGHT_COLORS, color)) {
    return pair(textOn(LIGHT_COLORS[color as ColorToken]), textOn(DARK_COLORS[color as ColorToken]));
  }
  const fill = themeColor(color);
  // The semantic colours are read on the surface, and so the surface is read on them.
  return fill.startsWith('#') ? textOn(fill) : tokenColor('surface');
}

function pair(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}
