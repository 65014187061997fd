import { scaleColorAt, textOn } from '@glasspane/core/chart';
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
 * is neither of the theme nor hex nor on a scale is neutral. It is for text and marks; areas on a scale are a {@link scaleFill}.
 */
export function themeColor(color: string): string {
  if (Object.hasOwn(SEMANTIC_COLORS, color)) {
    return `var(--gp-${color}, ${SEMANTIC_COLORS[color]})`;
  }
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color)) return color;
  const place = /^series-([1-9]|10)$/.exec(color)?.[1];
  if (place !== undefined) return seriesColor(Number(place) - 1);
  return scaleInk(color) ?? themeColor('neutral');
}

/** A colour for areas, and what is written on them. */
export interface ScaleFill {
  readonly fill: string;
  readonly text: string;
}

/** Returns the CSS colours of an area at a place on a scale, such as `viridis@0.42`; `undefined` for any other colour. */
export function scaleFill(color: string | undefined): ScaleFill | undefined {
  const light = color === undefined ? undefined : scaleColorAt(color, 'light');
  const dark = color === undefined ? undefined : scaleColorAt(color, 'dark');
  if (light === undefined || dark === undefined) return undefined;
  return { fill: inEachTheme(light, dark), text: inEachTheme(textOn(light), textOn(dark)) };
}

/** The colour of text and marks: no paler than what is read. */
function scaleInk(color: string): string | undefined {
  const [light, dark] = [scaleColorAt(color, 'light', 'ink'), scaleColorAt(color, 'dark', 'ink')];
  return light === undefined || dark === undefined ? undefined : inEachTheme(light, dark);
}

function inEachTheme(light: string, dark: string): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

/** Returns the CSS colour of a place in the palette. */
export function seriesColor(index: number): string {
  const place = index % SERIES_COLORS.length;
  return `var(--gp-series-${place + 1}, ${SERIES_COLORS[place]})`;
}
