import { textOn } from '@glasspane/core/chart';
import type { ThemeColors } from '../theme/colorTokens.ts';

const PROPERTY = /var\(--gp-([\w-]+)(?:\s*,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/g;

/** A colour for each theme, as scales of colours have. */
const PAIR = /light-dark\(\s*([^(),]+),\s*([^(),]+)\)/g;

/**
 * Puts the colours themselves where a picture names the theme's custom properties: there is no stylesheet in a file. A
 * property that the theme does not know gives its fallback.
 */
export function resolveColors(svg: string, colors: ThemeColors): string {
  const resolve = (whole: string, name: string, fallback: string | undefined): string =>
    Object.hasOwn(colors, name) ? String(colors[name as keyof ThemeColors]) : (fallback?.trim() ?? whole);
  // Only attributes: a text that has these words says them.
  const pick = isDark(colors.surface) ? '$2' : '$1';
  return svg.replace(/="[^"]*"/g, (attribute) => attribute.replace(PROPERTY, resolve).replace(PAIR, pick));
}

function isDark(surface: string): boolean {
  return textOn(surface) === '#ffffff';
}
