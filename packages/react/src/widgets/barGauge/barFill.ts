import { valueColor } from '@glasspane/core';
import { themeColor } from '../../theme/themeColor.ts';
import type { GaugeReading } from '../gauge/gaugeReadings.ts';

/** A lamp of a segmented bar. */
export interface BarSegment {
  readonly id: number;
  /** Where it begins, in pixels from the lower end. */
  readonly at: number;
  readonly size: number;
  readonly color: string;
  readonly isLit: boolean;
}

/** A colour along a bar, 0 to 1. */
export interface BarStop {
  readonly offset: number;
  readonly color: string;
  readonly opacity: number;
}

/** Returns where a value stands between the ends of its bar, 0 to 1. */
export function positionOf(value: number, { domain }: Pick<GaugeReading, 'domain'>): number {
  // Halves first: the distance of the largest numbers is none.
  const position = (value / 2 - domain.min / 2) / (domain.max / 2 - domain.min / 2);
  return Number.isNaN(position) ? 0 : Math.min(1, Math.max(0, position));
}

/** Returns the part of a bar that its value fills: from the lower end, or from zero where that lies within. */
export function filledPart(reading: GaugeReading): readonly [from: number, to: number] {
  if (reading.value === undefined) return [0, 0];
  const [base, end] = [positionOf(0, reading), positionOf(reading.value, reading)];
  return base < end ? [base, end] : [end, base];
}

const SEGMENT = 8;
const GAP = 2;

/** Returns the lamps of a bar, in the colours of the values that they stand for. */
export function barSegments(reading: GaugeReading, length: number): readonly BarSegment[] {
  const count = Math.max(1, Math.floor((length + GAP) / (SEGMENT + GAP)));
  const size = (length + GAP) / count - GAP;
  const [from, to] = filledPart(reading);
  return Array.from({ length: count }, (_, index) => {
    const middle = (index + 0.5) / count;
    // Something is always lit where there is a value beyond the end that bars begin at.
    const isFirst = to > from && Math.floor(Math.min(from, 1 - 1e-9) * count) === index;
    return {
      id: index,
      at: index * (size + GAP),
      size,
      color: colorAt(middle, reading),
      isLit: isFirst || (middle >= from && middle <= to),
    };
  });
}

/** Returns the colours along a bar: those of its thresholds or its scale, else its own from faint to full. */
export function barStops(reading: GaugeReading): readonly BarStop[] {
  const by = reading.series.options?.color?.by;
  if (by === 'scale') {
    const places = Array.from({ length: 11 }, (_, index) => index / 10);
    return places.map((offset) => ({ offset, color: colorAt(offset, reading), opacity: 1 }));
  }
  if (by === 'fixed' || reading.thresholds.length < 2) {
    return [0.35, 1].map((opacity, offset) => ({ offset, color: reading.color, opacity }));
  }
  return reading.thresholds.map(({ value, color }) => ({
    offset: value === undefined ? 0 : positionOf(value, reading),
    color: themeColor(color),
    opacity: 1,
  }));
}

function colorAt(position: number, { series, domain, color }: GaugeReading): string {
  const { options } = series;
  if (options === undefined) return color;
  const wanted = valueColor(domain.min * (1 - position) + domain.max * position, { ...options, extent: domain });
  return wanted === undefined ? color : themeColor(wanted);
}
