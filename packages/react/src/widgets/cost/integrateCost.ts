import type { AbsoluteTimeRange } from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { rowsWithin } from '../../chart/rowsWithin.ts';

/** How long the time is that a rate is for, in milliseconds. */
export const RATE_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Beyond this, sums of costs would not be numbers any more. */
const LIMIT = 1e298;

/** What series cost over time, piece by piece. Series that share their times share them here as well. */
export interface CostPieces {
  /** The moment at which each piece ends, in order. */
  readonly times: Float64Array;
  /** How long each piece is, in milliseconds. */
  readonly spans: Float64Array;
  /** What each piece cost; `NaN` where there are no data. */
  readonly costs: Float64Array;
}

/**
 * Returns what rates of cost come to, piece by piece. Each sample stands for the time since the one before it, at most for
 * one step (the median distance of samples), as an average over the step does; where samples are missing nothing is
 * counted, and nothing is made up.
 */
export function integrateCosts(
  series: readonly ChartSeries[],
  range: AbsoluteTimeRange,
  rateMs: number,
): readonly CostPieces[] {
  const grids = new Map<Float64Array, TimeGrid>();
  return series.map(({ times, field: { values, gaps } }) => {
    const grid = grids.get(times) ?? timeGrid(times, range);
    grids.set(times, grid);
    const costs = grid.spans.map((spanMs, index) => {
      const row = grid.firstRow + index;
      const rate = gaps?.[row] === 1 ? Number.NaN : (values[row] ?? Number.NaN);
      // What is infinite is no number of money; what is huge must not become so when it is added up.
      return Number.isFinite(rate) ? Math.min(LIMIT, Math.max(-LIMIT, (rate / rateMs) * spanMs)) : Number.NaN;
    });
    return { times: grid.times, spans: grid.spans, costs };
  });
}

interface TimeGrid {
  readonly firstRow: number;
  readonly times: Float64Array;
  readonly spans: Float64Array;
}

function timeGrid(times: Float64Array, { startMs, endMs }: AbsoluteTimeRange): TimeGrid {
  const stepMs = medianStep(times);
  // Behind the start, which is the end of a piece of the period before.
  const [firstRow, endRow] = rowsWithin(times, startMs + 0.5, endMs);
  const within = times.subarray(firstRow, endRow);
  const spans = within.map((timeMs, index) => {
    const before = index === 0 ? times[firstRow - 1] : within[index - 1];
    return Math.max(0, timeMs - Math.max(startMs, before ?? Number.NEGATIVE_INFINITY, timeMs - stepMs));
  });
  return { firstRow, times: within, spans };
}

// The last sample may stand nearer, and after a gap one stands farther.
function medianStep(times: Float64Array): number {
  const steps = Float64Array.from({ length: Math.max(0, times.length - 1) }, (_, row) =>
    Math.max(0, (times[row + 1] ?? 0) - (times[row] ?? 0)),
  ).sort();
  return steps[steps.length >> 1] ?? 0;
}

/** Returns the sum of what has data from a moment on; the piece that ends with it is not included. */
export function costAfter({ times, costs }: CostPieces, startMs: number): number {
  let sum = 0;
  for (let row = rowsWithin(times, startMs + 0.5, Number.MAX_SAFE_INTEGER)[0]; row < costs.length; row += 1) {
    const cost = costs[row] ?? Number.NaN;
    if (!Number.isNaN(cost)) sum += cost;
  }
  return sum;
}

/** Returns the sums of what has data by bucket. A piece belongs to the bucket that it ends in. */
export function costByBucket({ times, costs }: CostPieces, endsMs: readonly number[]): readonly number[] {
  const sums = endsMs.map(() => 0);
  let bucket = 0;
  for (const [row, timeMs] of times.entries()) {
    while (bucket < sums.length - 1 && timeMs > (endsMs[bucket] ?? 0)) bucket += 1;
    const cost = costs[row] ?? Number.NaN;
    if (!Number.isNaN(cost)) sums[bucket] = (sums[bucket] ?? 0) + cost;
  }
  return sums;
}

/** All series of the same times as one. */
interface Sum {
  readonly pieces: CostPieces;
  readonly costs: Float64Array;
}

/** Returns the series of the same times added up, `NaN` where none of them has data. */
export function sumsByTimes(all: readonly CostPieces[]): readonly CostPieces[] {
  const sums = new Map<Float64Array, Sum>();
  for (const pieces of all) {
    const sum = sums.get(pieces.times) ?? { pieces, costs: new Float64Array(pieces.costs.length).fill(Number.NaN) };
    sums.set(pieces.times, sum);
    for (const [row, cost] of pieces.costs.entries()) {
      const before = sum.costs[row] ?? Number.NaN;
      if (!Number.isNaN(cost)) sum.costs[row] = Number.isNaN(before) ? cost : before + cost;
    }
  }
  return [...sums.values()].map(({ pieces: { times, spans }, costs }) => ({ times, spans, costs }));
}

/** Returns for how long at least one of the sums has data from a moment on, in milliseconds. */
export function coveredMs(sums: readonly CostPieces[], startMs: number): number {
  const known = sums
    .flatMap(({ times, costs, spans }) =>
      Array.from(times, (timeMs, row) => ({
        from: timeMs - (spans[row] ?? 0),
        to: timeMs,
        isKnown: !Number.isNaN(costs[row] ?? Number.NaN),
      })),
    )
    .filter(({ isKnown }) => isKnown)
    .sort((a, b) => a.from - b.from);
  let [covered, reachedMs] = [0, startMs];
  for (const { from, to } of known) {
    covered += Math.max(0, to - Math.max(from, reachedMs));
    reachedMs = Math.max(reachedMs, to);
  }
  return covered;
}
