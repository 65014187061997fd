/** The colours of the light theme, as `tokens.css` has them: what a picture falls back to where no stylesheet is. */
export const LIGHT_COLORS = {
  surface: '#ffffff',
  'surface-raised': '#ffffff',
  'surface-sunken': '#f4f6f9',
  border: '#e1e5ec',
  'border-strong': '#858e9c',
  text: '#1b2230',
  'text-muted': '#5c6675',
  accent: '#2b5fd0',
  'grid-line': '#e9ecf1',
  'axis-line': '#c9cfd9',
  good: '#1a7f45',
  warning: '#8f6700',
  serious: '#b8500a',
  critical: '#c52b30',
  neutral: '#5b6472',
  'series-1': '#4173e2',
  'series-2': '#d9731c',
  'series-3': '#147063',
  'series-4': '#6a24c6',
  'series-5': '#e84a8c',
  'series-6': '#1f98c6',
  'series-7': '#a3459a',
  'series-8': '#566a00',
  'series-9': '#6b4510',
  'series-10': '#324260',
} as const;

/** The name of a colour of the theme: `text` is the custom property `--gp-text`. */
export type ColorToken = keyof typeof LIGHT_COLORS;

/**
 * A colour for each name of the theme, as CSS reads it.
 *
 * @public
 */
export type ThemeColors = Readonly<Record<ColorToken, string>>;

/** Returns the CSS colour of a name of the theme, complete without a stylesheet. */
export function tokenColor(name: ColorToken): string {
  return `var(--gp-${name}, ${LIGHT_COLORS[name]})`;
}
