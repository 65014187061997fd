import type { AbsoluteTimeRange, TimeFormatter } from '@glasspane/core';
import { type TimeTick, timeTicks } from '@glasspane/core/chart';
import { AXIS_FONT_SIZE } from './plotLayout.ts';
import { textWidth } from './textWidth.ts';

const MIN_PIXELS_PER_TICK = 48;
const GAP = 14;

/** Returns as many ticks of a time axis as have room for their labels on a plot of that width. */
export function fittingTimeTicks(range: AbsoluteTimeRange, width: number, times: TimeFormatter): readonly TimeTick[] {
  const pixelsPerMs = width / (range.endMs - range.startMs);
  let maxTicks = Math.max(1, Math.floor(width / MIN_PIXELS_PER_TICK));
  for (;;) {
    const ticks = timeTicks({ ...range, maxTicks }, times);
    if (maxTicks === 1 || isFitting(ticks, pixelsPerMs)) {
      return ticks;
    }
    maxTicks = Math.max(1, Math.min(maxTicks, ticks.length) - 1);
  }
}

function isFitting(ticks: readonly TimeTick[], pixelsPerMs: number): boolean {
  return ticks.every(({ timeMs, label }, index) => {
    const next = ticks[index + 1];
    const needed = (textWidth(label, AXIS_FONT_SIZE) + textWidth(next?.label ?? '', AXIS_FONT_SIZE)) / 2 + GAP;
    return next === undefined || (next.timeMs - timeMs) * pixelsPerMs >= needed;
  });
}
