import type { AbsoluteTimeRange } from '@glasspane/core';
import { type TimeBucket, timeBuckets } from '../../chart/categories/timeCategories.ts';
import type { Formatters } from '../../chart/createFormatters.ts';
import { type ChartSeriesInput, toChartSeries } from '../../chart/toChartSeries.ts';
import type { CostOptions } from './CostOptions.ts';
import { costPeriod } from './costPeriod.ts';
import {
  type CostPieces,
  costAfter,
  costByBucket,
  coveredMs,
  integrateCosts,
  RATE_MS,
  sumsByTimes,
} from './integrateCost.ts';

const DAY = 86_400_000;

/** What one series cost. */
export interface CostPart {
  readonly key: string;
  readonly name: string;
  /** A CSS colour. */
  readonly color: string;
  readonly cost: number;
  /** Whether it has data at all in the period. */
  readonly hasData: boolean;
  /** What it cost in each bucket. */
  readonly byBucket: readonly number[];
}

/** How spending stands to the budget. */
export type CostState = 'over' | 'willBeOver' | 'within' | 'noBudget' | 'noData';

/** What a cost widget shows. */
export interface CostModel {
  /** The whole period; its end is the first moment after it. */
  readonly period: AbsoluteTimeRange;
  /** The moment up to which there can be data. */
  readonly nowMs: number;
  readonly total: number;
  /** The largest first. */
  readonly parts: readonly CostPart[];
  readonly buckets: readonly TimeBucket[];
  /** The running total: one point for each moment, in order. */
  readonly running: readonly { readonly timeMs: number; readonly total: number }[];
  /** The part of the period so far that has data, 0 to 1. */
  readonly coverage: number;
  readonly budget: number | undefined;
  /** What the whole period will cost; left out where nothing can be said, or it is over. */
  readonly projected: number | undefined;
  /** By what it is projected, in words. */
  readonly method: string;
  /** When the budget is reached at that pace, where that is within the period. */
  readonly reachedMs: number | undefined;
  readonly state: CostState;
}

/** What a {@link costModel} is made of. */
export interface CostInput extends Formatters {
  readonly data: ChartSeriesInput;
  readonly options: CostOptions;
  readonly nowMs: number;
  readonly timeZone: string | undefined;
}

/** Returns what was spent in the period, on what, and what it will come to. */
export function costModel({ data, options, nowMs, timeZone, times }: CostInput): CostModel {
  const period = costPeriod(options, nowMs, timeZone);
  const soFar = { startMs: period.startMs, endMs: nowMs };
  const { series } = toChartSeries(data);
  const rateMs = RATE_MS[options.ratePer ?? 'second'];
  const pieces = integrateCosts(series, soFar, rateMs);
  const buckets = timeBuckets(period, 31, times);
  const endsMs = buckets.map(({ endMs }) => endMs);
  const parts = series
    .flatMap(({ key, name, color }, index): readonly CostPart[] => {
      const own = pieces[index];
      if (own === undefined) return [];
      const byBucket = costByBucket(own, endsMs);
      const cost = byBucket.reduce((sum, one) => sum + one, 0);
      return [{ key, name, color, cost, hasData: own.costs.some((one) => !Number.isNaN(one)), byBucket }];
    })
    .sort((a, b) => b.cost - a.cost);
  const total = parts.reduce((sum, { cost }) => sum + cost, 0);
  const sums = sumsByTimes(pieces);
  const covered = coveredMs(sums, soFar.startMs);
  const pace = paceOf(sums, options, soFar);
  const remainingMs = Math.max(0, period.endMs - nowMs);
  const hasProjection = options.projection !== 'none' && pace !== undefined && remainingMs > 1;
  const projected = hasProjection ? total + pace * remainingMs : undefined;
  const { budget } = options;
  return {
    period,
    nowMs,
    total,
    parts,
    buckets,
    running: runningTotal(sums, period.startMs),
    coverage: nowMs > period.startMs ? Math.min(1, covered / (nowMs - period.startMs)) : 0,
    budget,
    projected,
    method: methodText(options),
    reachedMs: reachedAt({ budget, total, projected, pace, nowMs }),
    state: covered === 0 ? 'noData' : stateOf(budget, total, projected),
  };
}

/** Money for each millisecond that has data; left out where none has. */
function paceOf(
  sums: readonly CostPieces[],
  { projection = 'period', recentDays = 7 }: CostOptions,
  { startMs, endMs }: AbsoluteTimeRange,
): number | undefined {
  const fromMs = projection === 'recent' ? Math.max(startMs, endMs - recentDays * DAY) : startMs;
  const covered = coveredMs(sums, fromMs);
  return covered === 0 ? undefined : sums.reduce((cost, own) => cost + costAfter(own, fromMs), 0) / covered;
}

function runningTotal(sums: readonly CostPieces[], startMs: number): CostModel['running'] {
  const known = sums
    .flatMap(({ times, costs }) => Array.from(times, (timeMs, row) => ({ timeMs, cost: costs[row] ?? Number.NaN })))
    .filter(({ cost }) => !Number.isNaN(cost))
    .sort((a, b) => a.timeMs - b.timeMs);
  let total = 0;
  const points = known.map(({ timeMs, cost }) => {
    total += cost;
    return { timeMs, total };
  });
  return points.length === 0 ? [] : [{ timeMs: startMs, total: 0 }, ...points];
}

function reachedAt({
  budget,
  total,
  projected,
  pace,
  nowMs,
}: {
  readonly budget: number | undefined;
  readonly total: number;
  readonly projected: number | undefined;
  readonly pace: number | undefined;
  readonly nowMs: number;
}): number | undefined {
  if (budget === undefined || projected === undefined || pace === undefined) return undefined;
  return total < budget && projected > budget ? nowMs + (budget - total) / pace : undefined;
}

function stateOf(budget: number | undefined, total: number, projected: number | undefined): CostState {
  if (budget === undefined) return 'noBudget';
  if (total > budget) return 'over';
  return projected !== undefined && projected > budget ? 'willBeOver' : 'within';
}

function methodText({ projection = 'period', recentDays = 7 }: CostOptions): string {
  if (projection !== 'recent') return 'projected by the mean of the period so far';
  return recentDays === 1
    ? 'projected by the mean of the last day'
    : `projected by the mean of the last ${recentDays} days`;
}
