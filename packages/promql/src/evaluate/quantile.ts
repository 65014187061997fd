/** Sorts numbers in place, NaN first. */
export function sortNumbers(values: Float64Array): Float64Array {
  values.sort();
  let nans = 0;
  while (nans < values.length && Number.isNaN(values[values.length - 1 - nans])) nans += 1;
  if (nans > 0 && nans < values.length) {
    values.copyWithin(nans, 0, values.length - nans);
    values.fill(Number.NaN, 0, nans);
  }
  return values;
}

/**
 * Returns a quantile by linear interpolation between the two values next to it.
 *
 * @param sorted - The values as {@link sortNumbers} leaves them.
 */
export function quantileOf(q: number, sorted: Float64Array): number {
  if (sorted.length === 0 || Number.isNaN(q)) return Number.NaN;
  if (q < 0) return Number.NEGATIVE_INFINITY;
  if (q > 1) return Number.POSITIVE_INFINITY;
  const rank = q * (sorted.length - 1);
  const lower = Math.floor(rank);
  const upper = Math.min(sorted.length - 1, lower + 1);
  const weight = rank - lower;
  return (sorted[lower] as number) * (1 - weight) + (sorted[upper] as number) * weight;
}
