import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ValueScale, valueScale } from '@glasspane/core/chart';
// The scale itself: the wrapper of @visx/scale brings calendars and colour spaces, a tenth of what a chart weighs.
import { scaleLinear } from '@visx/vendor/d3-scale';
import type { PlotRect } from './plotLayout.ts';
import type { ValueDomain } from './valueDomain.ts';

/** A scale that is a straight line: a pixel is `origin + (value - from) * slope`. */
export interface StraightScale {
  readonly from: number;
  readonly origin: number;
  readonly slope: number;
}

/** Turns times and values into pixels of the chart, and pixels into times. */
export interface PlotScales {
  readonly x: (timeMs: number) => number;
  /** It need not be a straight line, and is not a number for values that have no place. */
  readonly y: (value: number) => number;
  readonly timeAt: (x: number) => number;
  /** The same as `x`. */
  readonly xLine: StraightScale;
  /** The same as `y`, where that is a straight line: loops over all samples do without calls then. */
  readonly yLine: StraightScale | undefined;
  /** The same text for scales that draw the same: what was drawn with one may be kept for the other. */
  readonly key: string;
}

const LINEAR: ValueScale = valueScale({ type: 'linear' });

/**
 * Returns the scales of a plot area.
 *
 * @param spread - How the values are spread over the height; left out: in a straight line.
 */
export function plotScales(
  rect: PlotRect,
  range: AbsoluteTimeRange,
  domain: ValueDomain,
  spread: ValueScale = LINEAR,
): PlotScales {
  const { left, top, width, height } = rect;
  const x = scaleLinear([range.startMs, range.endMs], [left, left + width]);
  const [bottom, peak] = [spread.toPlace(domain.min), spread.toPlace(domain.max)];
  const y = scaleLinear([bottom, peak], [top + height, top]);
  const xLine = straight(x, range.startMs, range.endMs);
  const placeLine = straight(y, bottom, peak);
  const placeToPixel = along(placeLine);
  const isStraight = spread === LINEAR;
  return {
    x: along(xLine),
    y: isStraight ? placeToPixel : (value) => placeToPixel(spread.toPlace(value)),
    timeAt: (pixel) => x.invert(pixel),
    xLine,
    yLine: isStraight ? placeLine : undefined,
    key: [left, top, width, height, range.startMs, range.endMs, domain.min, domain.max, spread.key].join(' '),
  };
}

// The same straight line as the scale, without what a scale checks at each call: it is called for every vertex.
function straight(scale: (value: number) => number, from: number, to: number): StraightScale {
  const origin = scale(from);
  const slope = (scale(to) - origin) / (to - from);
  // Ends too near to each other to tell apart make everything stand at the first of them.
  return { from, origin, slope: Number.isFinite(slope) ? slope : 0 };
}

function along({ from, origin, slope }: StraightScale): (value: number) => number {
  return slope === 0 ? () => origin : (value) => origin + (value - from) * slope;
}
