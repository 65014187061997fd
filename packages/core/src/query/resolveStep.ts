import type { AbsoluteTimeRange } from '../timeRange/TimeRange.ts';

/**
 * What a step is chosen for.
 *
 * @public
 */
export interface StepOptions {
  readonly range: AbsoluteTimeRange;
  /** The width of the chart in pixels: a step is never finer than one of them. */
  readonly widthPx: number;
  /**
   * The smallest step worth asking for, in milliseconds.
   *
   * @defaultValue 1000
   */
  readonly minStepMs?: number | undefined;
}

/** Prometheus refuses more than 11,000 points a series; two are kept back for the rounding of both ends. */
const maxIntervals = 10_998;
const minWidthPx = 50;
const dayMs = 86_400_000;

const niceSeconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200];
const niceDays = [1, 2, 7, 14, 28, 91, 182, 364];
const niceStepsMs: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...niceSeconds.map((seconds) => seconds * 1000),
  ...niceDays.map((days) => days * dayMs),
];

/**
 * Returns the step of a range query in milliseconds: a round one (1, 2, 5, 10, 15, 30 s …), at least a pixel wide, that
 * gives at most 11,000 points; the smallest step itself where that is enough.
 *
 * @public
 */
export function resolveStep({ range, widthPx, minStepMs = 1000 }: StepOptions): number {
  const points = Math.min(Math.max(Number.isFinite(widthPx) ? Math.floor(widthPx) : 0, minWidthPx), maxIntervals);
  const pixelMs = (range.endMs - range.startMs) / points;
  const smallestMs = Math.max(Math.round(minStepMs), 1);
  if (pixelMs <= smallestMs) return smallestMs;
  const nice = niceStepsMs.find((stepMs) => stepMs >= pixelMs && stepMs >= smallestMs);
  const yearMs = 364 * dayMs;
  return nice ?? Math.ceil(pixelMs / yearMs) * yearMs;
}

/**
 * Returns the range with both ends moved back to multiples of the step, so that a moving window asks for the same
 * moments again and never for one in the future.
 *
 * @public
 */
export function alignToStep({ startMs, endMs }: AbsoluteTimeRange, stepMs: number): AbsoluteTimeRange {
  return { startMs: Math.floor(startMs / stepMs) * stepMs, endMs: Math.floor(endMs / stepMs) * stepMs };
}
