/**
 * Returns the values with those gaps filled that are at most so long: by a straight line, or by the value before.
 *
 * @param times - Milliseconds since the epoch, ascending, one for each value.
 */
export function bridgeGaps(times: Float64Array, values: Float64Array, maxMs: number, isStepped: boolean): Float64Array {
  let filled: Float64Array | undefined;
  let last = -1;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    if (last >= 0 && last < row - 1 && (times[row] ?? 0) - (times[last] ?? 0) <= maxMs) {
      filled ??= values.slice();
      fill(filled, times, { from: last, to: row, isStepped });
    }
    last = row;
  }
  return filled ?? values;
}

function fill(
  values: Float64Array,
  times: Float64Array,
  { from, to, isStepped }: { readonly from: number; readonly to: number; readonly isStepped: boolean },
): void {
  const [startMs = 0, endMs = 0] = [times[from], times[to]];
  const [before = 0, after = 0] = [values[from], values[to]];
  for (let row = from + 1; row < to; row += 1) {
    const part = endMs > startMs ? ((times[row] ?? 0) - startMs) / (endMs - startMs) : 0;
    values[row] = isStepped ? before : before * (1 - part) + after * part;
  }
}
