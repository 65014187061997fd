import type { AbsoluteTimeRange } from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';

/** How long the time is that a rate is for, in milliseconds. */
export const RATE_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Beyond this, sums of costs would not be numbers any more. */
const LIMIT = 1e298;

/** What a series cost over time. */
export interface CostPieces {
  /** The moment at which each piece ends. */
  readonly times: Float64Array;
  /** What each piece cost; `NaN` where there are no data. */
  readonly costs: Float64Array;
  /** How long each piece is, in milliseconds. */
  readonly spans: Float64Array;
}

/**
 * Returns what a rate of cost comes to, piece by piece. Each sample stands for the time since the one before it, at most for
 * one step (the median distance of samples), as an average over the step does; where samples are missing nothing is
 * counted, and nothing is made up.
 */
export function integrateCost(series: ChartSeries, range: AbsoluteTimeRange, rateMs: number): CostPieces {
  const { times, field } = series;
  const stepMs = medianStep(times);
  const pieces: (readonly [number, number, number])[] = [];
  for (let row = 0; row < times.length; row += 1) {
    const timeMs = times[row] ?? Number.NaN;
    if (!(timeMs > range.startMs && timeMs <= range.endMs)) continue;
    const beforeMs = Math.max(range.startMs, times[row - 1] ?? Number.NEGATIVE_INFINITY, timeMs - stepMs);
    const spanMs = Math.max(0, timeMs - beforeMs);
    const rate = field.gaps?.[row] === 1 ? Number.NaN : (field.values[row] ?? Number.NaN);
    const cost = Number.isFinite(rate) ? (rate / rateMs) * spanMs : Number.NaN;
    pieces.push([timeMs, Math.min(LIMIT, Math.max(-LIMIT, cost)), spanMs]);
  }
  return {
    times: Float64Array.from(pieces, ([timeMs]) => timeMs),
    costs: Float64Array.from(pieces, ([, cost]) => cost),
    spans: Float64Array.from(pieces, ([, , spanMs]) => spanMs),
  };
}

// The last sample may stand nearer, and after a gap one stands farther.
function medianStep(times: Float64Array): number {
  const steps = Float64Array.from({ length: Math.max(0, times.length - 1) }, (_, row) =>
    Math.max(0, (times[row + 1] ?? 0) - (times[row] ?? 0)),
  ).sort();
  return steps[steps.length >> 1] ?? 0;
}

/** Returns the sum of what has data between two moments, the first one not included. */
export function costBetween({ times, costs }: CostPieces, startMs: number, endMs: number): number {
  let sum = 0;
  for (let row = 0; row < times.length; row += 1) {
    const [timeMs = Number.NaN, cost = Number.NaN] = [times[row], costs[row]];
    if (timeMs > startMs && timeMs <= endMs && !Number.isNaN(cost)) sum += cost;
  }
  return sum;
}

/** Returns for how long at least one of the series has data between two moments, in milliseconds. */
export function coveredMs(all: readonly CostPieces[], startMs: number, endMs: number): number {
  const spans = all.flatMap(({ times, costs, spans: own }) =>
    Array.from(times, (timeMs, row) => ({
      from: timeMs - (own[row] ?? 0),
      to: timeMs,
      cost: costs[row] ?? Number.NaN,
    })),
  );
  const known = spans.filter(({ cost }) => !Number.isNaN(cost)).sort((a, b) => a.from - b.from);
  let [covered, reachedMs] = [0, startMs];
  for (const { from, to } of known) {
    const [begin, end] = [Math.max(from, reachedMs), Math.min(to, endMs)];
    if (end > begin) covered += end - begin;
    reachedMs = Math.max(reachedMs, Math.min(to, endMs));
  }
  return covered;
}
