/** Where the windows of all steps lie on a column of times. */
export class Windows {
  readonly times: Float64Array;
  /** For each step the first sample within its window. */
  readonly from: Int32Array;
  /** For each step the place behind the last sample within its window. */
  readonly to: Int32Array;
  /** How many samples all windows have together. */
  readonly sampleCount: number;
  readonly #presence: (Presence | undefined)[] = [];

  constructor(times: Float64Array, from: Int32Array, to: Int32Array) {
    this.times = times;
    this.from = from;
    this.to = to;
    let count = 0;
    for (let step = 0; step < to.length; step += 1) count += (to[step] as number) - (from[step] as number);
    this.sampleCount = count;
  }

  /** Returns which windows have enough samples. */
  presence(minSamples: number): Presence {
    const known = this.#presence[minSamples];
    if (known !== undefined) return known;
    const { from, to } = this;
    let present: Uint8Array | undefined;
    let count = 0;
    for (let step = 0; step < to.length; step += 1) {
      if ((to[step] as number) - (from[step] as number) >= minSamples) {
        count += 1;
      } else {
        present ??= new Uint8Array(to.length).fill(1);
        present[step] = 0;
      }
    }
    const found = { present, count };
    this.#presence[minSamples] = found;
    return found;
  }
}

/** Which windows give a value, and how many. */
export interface Presence {
  /** 1 for the windows that have enough samples; left out when all have. */
  readonly present: Uint8Array | undefined;
  readonly count: number;
}

/** Returns the place behind the last time up to the limit: at least `low`, and probably near the guess. */
function placeBehind(times: Float64Array, limitMs: number, low: number, guess: number): number {
  let [least, most] = [low, times.length];
  const at = Math.min(guess, most);
  if (at > least && (times[at - 1] as number) > limitMs) {
    most = at - 1;
    for (let reach = 1; most - reach > least; reach *= 2) {
      if ((times[most - reach] as number) <= limitMs) {
        least = most - reach + 1;
        break;
      }
      most -= reach;
    }
  } else {
    least = Math.max(least, at);
    for (let reach = 1; least + reach <= most; reach *= 2) {
      if ((times[least + reach - 1] as number) > limitMs) {
        most = least + reach - 1;
        break;
      }
      least += reach;
    }
  }
  while (least < most) {
    const middle = (least + most) >>> 1;
    if ((times[middle] as number) <= limitMs) least = middle + 1;
    else most = middle;
  }
  return least;
}

/**
 * Returns for each limit the place behind the last time up to it.
 *
 * Samples mostly come at even intervals, so each search begins as far on as the one before it came.
 *
 * @param limits - In ascending order.
 * @param shiftMs - Taken off each limit.
 */
function placesBehind(times: Float64Array, limits: Float64Array, shiftMs = 0): Int32Array {
  const places = new Int32Array(limits.length);
  let place = 0;
  let stride = 0;
  for (let index = 0; index < places.length; index += 1) {
    const next = placeBehind(times, (limits[index] as number) - shiftMs, place, place + stride);
    stride = next - place;
    place = next;
    places[index] = next;
  }
  return places;
}

// What series without a common column leave behind is forgotten from time to time.
const maxKnown = 256;

/**
 * Makes something of columns of times, once for all series that have the same column: a store that keeps the times of a
 * scrape once for all its series hands out equal views.
 */
export class PerTimes<T> {
  readonly #make: (times: Float64Array) => T;
  readonly #known = new Map<ArrayBufferLike, { readonly times: Float64Array; readonly made: T }>();
  #last: { readonly times: Float64Array; readonly made: T } | undefined;

  constructor(make: (times: Float64Array) => T) {
    this.#make = make;
  }

  of(times: Float64Array): T {
    const { buffer } = times;
    const isSame = (other: Float64Array | undefined): boolean =>
      other?.buffer === buffer && other.byteOffset === times.byteOffset && other.length === times.length;
    if (isSame(this.#last?.times)) return (this.#last as { made: T }).made;
    let entry = this.#known.get(buffer);
    if (entry === undefined || !isSame(entry.times)) {
      entry = { times, made: this.#make(times) };
      if (this.#known.size >= maxKnown) this.#known.clear();
      this.#known.set(buffer, entry);
    }
    this.#last = entry;
    return entry.made;
  }
}

/** Returns the windows that end at the given times, inclusive, and begin `rangeMs` before them, exclusive. */
export function windowsOn(times: Float64Array, ends: Float64Array, rangeMs: number): Windows {
  return new Windows(times, placesBehind(times, ends, rangeMs), placesBehind(times, ends));
}

/** Returns windows with the last sample only: that at each limit or before it, if it is less than `lookbackMs` old. */
export function lastOn(times: Float64Array, limits: Float64Array, lookbackMs: number): Windows {
  const to = placesBehind(times, limits);
  const from = new Int32Array(to.length);
  for (let step = 0; step < to.length; step += 1) {
    const place = to[step] as number;
    const isFresh = place > 0 && (times[place - 1] as number) > (limits[step] as number) - lookbackMs;
    from[step] = isFresh ? place - 1 : place;
  }
  return new Windows(times, from, to);
}
