const COLORS = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#8c564b', '#e377c2', '#17becf', '#bcbd22', '#ff7f0e'];

/** Returns the colour of a series, for libraries that want to be told one. */
export function colorOf(index: number): string {
  return COLORS[index % COLORS.length] ?? '#000000';
}
