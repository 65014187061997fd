/** Returns the rows within a time range, both ends inclusive, as the first one and the one after the last. */
export function rowsWithin(times: Float64Array, startMs: number, endMs: number): readonly [number, number] {
  return [firstRowFrom(times, startMs), firstRowFrom(times, endMs + Number.EPSILON * Math.abs(endMs) * 2)];
}

/** Returns the first row whose time is not before the given one. */
function firstRowFrom(times: Float64Array, timeMs: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) < timeMs) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Returns the row whose time is nearest to the given one, or -1 where there is no row. */
export function nearestRow(times: Float64Array, timeMs: number): number {
  const after = firstRowFrom(times, timeMs);
  const before = after - 1;
  if (after >= times.length || before < 0) {
    return Math.min(after, times.length - 1);
  }
  return timeMs - (times[before] ?? 0) <= (times[after] ?? 0) - timeMs ? before : after;
}
