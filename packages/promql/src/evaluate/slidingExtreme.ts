// In shorter windows it is soonest found by looking at all.
const minShared = 32;

/**
 * Returns a function that finds the index of the largest (or smallest) value of windows that come in order, in constant
 * time on average. Of equal values the last counts; NaN gives way to any number.
 *
 * As in {@link SlidingSum}, the front of a window and its back are kept apart.
 */
export function slidingExtreme(values: Float64Array, sign: 1 | -1): (from: number, to: number) => number {
  let fronts: Int32Array | undefined;
  let boundary = 0;
  let backEnd = 0;
  let back = -1;

  const last = (from: number, to: number): number => {
    let found = from;
    let best = sign * (values[from] as number);
    for (let index = from + 1; index < to; index += 1) {
      const value = sign * (values[index] as number);
      if (!(value >= best || Number.isNaN(best))) continue;
      best = value;
      found = index;
    }
    return found;
  };

  const refill = (from: number, to: number): void => {
    fronts ??= new Int32Array(values.length);
    let found = to - 1;
    let best = sign * (values[found] as number);
    for (let index = to - 1; index >= from; index -= 1) {
      const value = sign * (values[index] as number);
      if (value > best || (Number.isNaN(best) && !Number.isNaN(value))) {
        best = value;
        found = index;
      }
      fronts[index] = found;
    }
    boundary = to;
    backEnd = to;
    back = -1;
  };

  return (from, to) => {
    if (to - from < minShared) return last(from, to);
    if (from >= boundary) refill(from, to);
    if (backEnd < to) {
      // What stands in front of the new ones is reckoned with first, so that of equal ones the last counts.
      const fresh = last(backEnd, to);
      back = back < 0 ? fresh : later(back, fresh);
      backEnd = to;
    }
    const front = fronts?.[from] ?? from;
    return back < 0 ? front : later(front, back);
  };

  function later(a: number, b: number): number {
    const [first, second] = [sign * (values[a] as number), sign * (values[b] as number)];
    return second >= first || Number.isNaN(first) ? b : a;
  }
}
