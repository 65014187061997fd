import { SERIES_COLORS } from './seriesColors.ts';

/** The semantic colours and what they are where no stylesheet is: in a chart that a server rendered. */
export const SEMANTIC_COLORS: Readonly<Record<string, string>> = {
  good: '#1a7f45',
  warning: '#8f6700',
  serious: '#b8500a',
  critical: '#c52b30',
  neutral: '#5b6472',
};

/** Returns the CSS colour of a threshold or a mapping; a colour that is neither of the theme nor hex is neutral. */
export function themeColor(color: string): string {
  if (Object.hasOwn(SEMANTIC_COLORS, color)) {
    return `var(--gp-${color}, ${SEMANTIC_COLORS[color]})`;
  }
  return /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(color) ? color : themeColor('neutral');
}

/** Returns the CSS colour of a place in the palette. */
export function seriesColor(index: number): string {
  const place = index % SERIES_COLORS.length;
  return `var(--gp-series-${place + 1}, ${SERIES_COLORS[place]})`;
}
