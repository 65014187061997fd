/** Returns what a quantile is whatever the numbers are; `undefined` when they matter. */
function quantileOutside(q: number, count: number): number | undefined {
  if (count === 0 || Number.isNaN(q)) return Number.NaN;
  if (q < 0) return Number.NEGATIVE_INFINITY;
  return q > 1 ? Number.POSITIVE_INFINITY : undefined;
}

/**
 * Returns a quantile by linear interpolation between the two values next to it. NaN counts as the least value.
 *
 * @param sorted - Numbers in ascending order, of which the first `count` count.
 * @param nans - How many NaN there are besides.
 */
export function quantileOf(q: number, sorted: Float64Array, count: number, nans: number): number {
  const outside = quantileOutside(q, count + nans);
  if (outside !== undefined) return outside;
  const rank = q * (count + nans - 1);
  const lower = Math.floor(rank);
  if (lower < nans) return Number.NaN;
  const below = sorted[lower - nans] as number;
  const above = sorted[Math.min(count - 1, lower - nans + 1)] as number;
  const weight = rank - lower;
  return below * (1 - weight) + above * weight;
}

/** Moves the numbers of `low` to `high` (inclusive) so that the one that belongs at a place in their order is there. */
function partition(values: Float64Array, place: number, low: number, high: number): void {
  let [start, end] = [low, high];
  // Values in an order that the choice of the pivot has no luck with are sorted after all.
  for (let luck = 2 * Math.log2(high - low + 2); end - start > 16 && luck > 0; luck -= 1) {
    const [a, b, c] = [values[start] as number, values[(start + end) >>> 1] as number, values[end] as number];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let [left, right] = [start, end];
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] as number;
      values[left] = values[right] as number;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (place <= right) end = right;
    else if (place >= left) start = left;
    else return;
  }
  if (end - start > 16) values.subarray(start, end + 1).sort();
  else insertionSort(values, start, end);
}

/** Sorts the numbers of `low` to `high` (inclusive), of which there should be few. */
export function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let index = low + 1; index <= high; index += 1) {
    const value = values[index] as number;
    let place = index;
    for (; place > low && (values[place - 1] as number) > value; place -= 1)
      values[place] = values[place - 1] as number;
    values[place] = value;
  }
}

/**
 * Returns a quantile of numbers in any order, as {@link quantileOf} does of sorted ones, in linear time. NaN may be among
 * them.
 *
 * @param values - Their first `count` numbers are moved around.
 */
export function quantileAmong(q: number, values: Float64Array, count: number = values.length): number {
  const outside = quantileOutside(q, count);
  if (outside !== undefined) return outside;
  let nans = 0;
  for (let index = 0; index < count; index += 1) {
    const value = values[index] as number;
    if (!Number.isNaN(value)) continue;
    values[index] = values[nans] as number;
    values[nans] = value;
    nans += 1;
  }
  const rank = q * (count - 1);
  const lower = Math.floor(rank);
  if (lower < nans) return Number.NaN;
  partition(values, lower, nans, count - 1);
  const weight = rank - lower;
  const below = values[lower] as number;
  let above = lower + 1 < count ? (values[lower + 1] as number) : below;
  for (let index = lower + 2; index < count; index += 1) {
    if ((values[index] as number) < above) above = values[index] as number;
  }
  return below * (1 - weight) + above * weight;
}
