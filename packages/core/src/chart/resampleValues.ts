/**
 * Returns what a series is at other moments: its value where it has a sample, what lies between the two samples around a
 * moment where both are finite, and `NaN` elsewhere.
 *
 * @param times - Milliseconds since the epoch, ascending, one for each value.
 * @param at - The moments, ascending.
 * @param isStepped - Whether a value holds until the next sample, rather than leading to it in a straight line.
 * @public
 */
export function resampleValues(
  times: Float64Array,
  values: Float64Array,
  at: Float64Array,
  isStepped = false,
): Float64Array {
  let row = 0;
  return at.map((timeMs) => {
    while (row + 1 < times.length && (times[row + 1] ?? Number.NaN) <= timeMs) row += 1;
    const [from = Number.NaN, to = Number.NaN] = [times[row], times[row + 1]];
    const value = values[row] ?? Number.NaN;
    if (from === timeMs) return value;
    const next = values[row + 1] ?? Number.NaN;
    if (!(from < timeMs && timeMs < to && Number.isFinite(value) && Number.isFinite(next))) return Number.NaN;
    if (isStepped) return value;
    const part = (timeMs - from) / (to - from);
    // Not from the difference of the two, which may be larger than numbers are.
    return value * (1 - part) + next * part;
  });
}
