import type { ValueFormatter } from '@glasspane/core';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import type { GaugeReading } from './gaugeReadings.ts';

/** The height of a gauge's name, and of the labels of its ends. */
export const NAME_HEIGHT = 18;
export const END_HEIGHT = 16;
/** A circle whose lowest third is open is this high by its radius. */
export const HEIGHT_BY_RADIUS = 1.5;

interface GaugeTileLayoutOptions {
  readonly reading: GaugeReading;
  readonly formatter: ValueFormatter;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasEndLabels: boolean;
}

interface GaugeTileLayout {
  readonly radius: number;
  readonly hasEndLabels: boolean;
  readonly fontSize: number;
  /** What is written at both ends. */
  readonly ends: readonly string[];
}

/** Returns what a tile with a gauge has room for. */
export function gaugeTileLayout(options: GaugeTileLayoutOptions): GaugeTileLayout {
  const { reading, formatter, width, height } = options;
  const { display, domain, series } = reading;
  const arcHeight = height - (options.hasName ? NAME_HEIGHT : 0);
  const hasEndLabels = options.hasEndLabels && Math.min(width / 2, (arcHeight - END_HEIGHT) / HEIGHT_BY_RADIUS) >= 44;
  const dialHeight = arcHeight - (hasEndLabels ? END_HEIGHT : 0);
  const radius = Math.max(8, Math.min(width / 2, dialHeight / HEIGHT_BY_RADIUS) - 2);
  return {
    radius,
    hasEndLabels,
    fontSize: fitFontSize(display.text, radius * 1.25, Math.min(radius * 0.5, 128)),
    // Decimals are for the value; round ends need none.
    ends: [domain.min, domain.max].map((end) => formatter.format(end, { ...series.options, decimals: undefined }).text),
  };
}
