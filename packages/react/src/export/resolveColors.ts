import type { ThemeColors } from '../theme/colorTokens.ts';

const PROPERTY = /var\(--gp-([\w-]+)(?:\s*,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/g;

/**
 * Puts the colours themselves where a picture names the theme's custom properties: there is no stylesheet in a file. A
 * property that the theme does not know gives its fallback.
 */
export function resolveColors(svg: string, colors: ThemeColors): string {
  return svg.replace(PROPERTY, (whole, name: string, fallback: string | undefined) =>
    Object.hasOwn(colors, name) ? String(colors[name as keyof ThemeColors]) : (fallback?.trim() ?? whole),
  );
}
