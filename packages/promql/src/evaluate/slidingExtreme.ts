/**
 * Returns a function that finds the index of the largest (or smallest) value of windows that come in order, in constant
 * time on average. Of equal values the last counts; NaN gives way to any number.
 */
export function slidingExtreme(values: Float64Array, sign: 1 | -1): (from: number, to: number) => number {
  // Indexes of values that are still to be reckoned with: each one beaten by none behind it.
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  let end = 0;
  return (from, to) => {
    for (; end < to; end += 1) {
      const value = sign * (values[end] as number);
      if (Number.isNaN(value)) continue;
      while (tail > head && value >= sign * (values[queue[tail - 1] as number] as number)) tail -= 1;
      queue[tail] = end;
      tail += 1;
    }
    while (head < tail && (queue[head] as number) < from) head += 1;
    return head < tail ? (queue[head] as number) : to - 1;
  };
}
