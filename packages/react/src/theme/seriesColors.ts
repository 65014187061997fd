/**
 * The palette for series on a light surface, as `tokens.css` has it: what a chart falls back to where no stylesheet is.
 */
export const SERIES_COLORS: readonly string[] = [
  '#3e6cd9',
  '#d0721c',
  '#17695f',
  '#a3459a',
  '#69470f',
  '#6a22c4',
  '#506600',
  '#1f98c6',
  '#ea4f90',
  '#324260',
];
