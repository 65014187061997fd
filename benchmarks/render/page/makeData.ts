import type { ChartData } from './Contestant.ts';

/** Where the times of all data begin: on a full hour. */
const START_MS = Date.UTC(2026, 0, 5, 6);

/** What data to make. */
export interface DataShape {
  readonly series: number;
  readonly points: number;
  readonly stepMs: number;
}

/**
 * Makes random walks around levels of their own, as series of a dashboard are.
 *
 * @param seed - Other seeds give other data; the same on every page.
 */
export function makeData({ series, points, stepMs }: DataShape, seed: number): ChartData {
  const random = createRandom(seed);
  const times = Float64Array.from({ length: points }, (_, row) => START_MS + row * stepMs);
  const columns = Array.from({ length: series }, () => {
    const level = 20 + 60 * random();
    let walk = 0;
    return Float64Array.from({ length: points }, () => {
      walk = walk * 0.995 + random() - 0.5;
      return level + 4 * walk + 3 * random();
    });
  });
  return { times, columns };
}

/** Returns so many rows of the data, in arrays of their own. */
export function rowsOf({ times, columns }: ChartData, from: number, count: number): ChartData {
  const rows = (values: Float64Array): Float64Array => values.slice(from, from + count);
  return { times: rows(times), columns: columns.map(rows) };
}

/** Mulberry32: small, and good enough for pictures. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
