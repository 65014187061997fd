import { scaleColorAt } from '@glasspane/core/chart';
import { SERIES_COLORS } from './seriesColors.ts';

/** The semantic colours and what they are where no stylesheet is: in a chart that a server rendered. */
export const SEMANTIC_COLORS: Readonly<Record<string, string>> = {
  good: '#1a7f45',
  warning: '#8f6700',
  serious: '#b8500a',
  critical: '#c52b30',
  neutral: '#5b6472',
};

/**
 * Returns the CSS colour of a colour in a dashboard: of a threshold, a mapping, a field or a {@link DisplayValue}. One that
 * is neither of the theme nor hex nor on a scale is neutral.
 */
export function themeColor(color: string): string {
  if (Object.hasOwn(SEMANTIC_COLORS, color)) {
    return `var(--gp-${color}, ${SEMANTIC_COLORS[color]})`;
  }
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color)) return color;
  const place = /^series-([1-9]|10)$/.exec(color)?.[1];
  if (place !== undefined) return seriesColor(Number(place) - 1);
  return scaleColor(color) ?? themeColor('neutral');
}

/** Returns the CSS colour of a place on a scale, such as `viridis@0.42`, in either theme; `undefined` for anything else. */
export function scaleColor(color: string): string | undefined {
  const [light, dark] = [scaleColorAt(color, 'light'), scaleColorAt(color, 'dark')];
  if (light === undefined || dark === undefined || light === dark) return light;
  return `light-dark(${light}, ${dark})`;
}

/** Returns the CSS colour of a place in the palette. */
export function seriesColor(index: number): string {
  const place = index % SERIES_COLORS.length;
  return `var(--gp-series-${place + 1}, ${SERIES_COLORS[place]})`;
}
