/**
 * The palette for series on a light surface, as `tokens.css` has it: what a chart falls back to where no stylesheet is.
 * The bright colours come first.
 */
export const SERIES_COLORS: readonly string[] = [
  '#4173e2',
  '#d9731c',
  '#147063',
  '#6a24c6',
  '#e84a8c',
  '#1f98c6',
  '#a3459a',
  '#566a00',
  '#6b4510',
  '#324260',
];

/** How many of them are bright: a series wishes for one of these, and gets another only when these are taken. */
export const BRIGHT_COLORS = 6;
