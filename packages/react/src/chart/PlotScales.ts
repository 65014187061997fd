import type { AbsoluteTimeRange } from '@glasspane/core';
import { scaleLinear } from '@visx/scale';
import type { PlotRect } from './plotLayout.ts';
import type { ValueDomain } from './valueDomain.ts';

/** Turns times and values into pixels of the chart, and pixels into times. */
export interface PlotScales {
  readonly x: (timeMs: number) => number;
  readonly y: (value: number) => number;
  readonly timeAt: (x: number) => number;
  /** The same text for scales that draw the same: what was drawn with one may be kept for the other. */
  readonly key: string;
}

/** Returns the scales of a plot area. */
export function plotScales(rect: PlotRect, range: AbsoluteTimeRange, domain: ValueDomain): PlotScales {
  const { left, top, width, height } = rect;
  const x = scaleLinear<number>({ domain: [range.startMs, range.endMs], range: [left, left + width] });
  const y = scaleLinear<number>({ domain: [domain.min, domain.max], range: [top + height, top] });
  return {
    x: straight(x, range.startMs, range.endMs),
    y: straight(y, domain.min, domain.max),
    timeAt: (pixel) => x.invert(pixel),
    key: [left, top, width, height, range.startMs, range.endMs, domain.min, domain.max].join(' '),
  };
}

// The same straight line as the scale, without what a scale checks at each call: it is called for every vertex.
function straight(scale: (value: number) => number, from: number, to: number): (value: number) => number {
  const origin = scale(from);
  const slope = (scale(to) - origin) / (to - from);
  // Ends too near to each other to tell apart make everything stand at the first of them.
  return Number.isFinite(slope) ? (value) => origin + (value - from) * slope : () => origin;
}
