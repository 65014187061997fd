import { textWidth } from '../../chart/textWidth.ts';
import { NOTE_HEIGHT } from '../../drawing/SvgNote.tsx';
import type { GaugeReading } from '../gauge/gaugeReadings.ts';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';

/** The height of a line with a name. */
const NAME_HEIGHT = 18;

/** What keeps a name from its bar. */
export const NAME_GAP = 8;

/** The least height of a bar's row, without a name above it. */
const ROW_HEIGHT = 22;

/** Where the bars of some values stand. */
export interface BarGaugeLayout {
  readonly isVertical: boolean;
  /** How many of the values there is room for. */
  readonly shownCount: number;
  /** The room for one value: a row, or a column. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** How far the bar reaches, and how thick it is, with the thresholds beside it. */
  readonly length: number;
  readonly thickness: number;
  /** How thick the line of the thresholds is, 0 where there is no room for it. */
  readonly stripThickness: number;
  /** The room for names: beside the bar, else above or below it; 0 where there are none. */
  readonly nameWidth: number;
  readonly nameHeight: number;
  readonly nameSize: number;
  /** The room for values, beside the bar or above it. */
  readonly valueWidth: number;
  readonly valueHeight: number;
  readonly valueSize: number;
}

/** What a {@link barGaugeLayout} is made of. */
export interface BarGaugeLayoutOptions {
  readonly readings: readonly GaugeReading[];
  readonly width: number;
  readonly height: number;
  readonly options: BarGaugeOptions;
}

/** Returns where the bars stand, as many as there is room for; a line at the foot counts the others. */
export function barGaugeLayout(input: BarGaugeLayoutOptions): BarGaugeLayout {
  const layoutIn = input.options.orientation === 'vertical' ? columnsLayout : rowsLayout;
  const layout = layoutIn(input, input.height);
  return layout.shownCount === input.readings.length
    ? layout
    : layoutIn(input, Math.max(1, input.height - NOTE_HEIGHT));
}

function rowsLayout({ readings, width, options }: BarGaugeLayoutOptions, height: number): BarGaugeLayout {
  const hasNames = options.hasNames ?? readings.length > 1;
  const isNameAbove = hasNames && width < 260 && readings.length * (ROW_HEIGHT + NAME_HEIGHT) <= height;
  const nameHeight = isNameAbove ? NAME_HEIGHT : 0;
  const least = ROW_HEIGHT + nameHeight;
  const shownCount = fitting(readings.length, height, least);
  const cellHeight = Math.min(Math.max(least, 96), height / Math.max(1, shownCount));
  const band = cellHeight - nameHeight;
  const valueSize = Math.round(Math.min(28, Math.max(12, Math.min(band * 0.4, width * 0.08))));
  const valueWidth = options.hasValues === false ? 0 : Math.min(width * 0.6, widest(readings, valueSize) + 10);
  const nameSize = Math.round(Math.min(16, Math.max(12, band * 0.25)));
  const nameRoom = width < 260 ? Math.min(width * 0.42, (width - valueWidth) * 0.7) : width * 0.36;
  const nameWidth = hasNames && !isNameAbove ? Math.min(nameRoom, widestName(readings, nameSize) + NAME_GAP) : 0;
  const thickness = Math.max(2, Math.min(56, band - Math.min(14, band * 0.3)));
  return {
    isVertical: false,
    shownCount,
    cellWidth: width,
    cellHeight,
    length: Math.max(1, width - nameWidth - valueWidth),
    thickness,
    stripThickness: strip(options, thickness),
    nameWidth,
    nameHeight,
    nameSize,
    valueWidth,
    valueHeight: 0,
    valueSize,
  };
}

function columnsLayout(
  { readings, width, height: whole, options }: BarGaugeLayoutOptions,
  height: number,
): BarGaugeLayout {
  const hasNames = (options.hasNames ?? readings.length > 1) && whole >= 90;
  const valueSize = whole < 120 ? 12 : 14;
  const valueHeight = options.hasValues === false ? 0 : valueSize + 8;
  const nameHeight = hasNames ? NAME_HEIGHT : 0;
  const least = Math.min(80, Math.max(28, options.hasValues === false ? 0 : widest(readings, valueSize) + 2));
  const shownCount = fitting(readings.length, width, least);
  const cellWidth = Math.min(140, width / Math.max(1, shownCount));
  const thickness = Math.max(2, Math.min(48, cellWidth * 0.6));
  return {
    isVertical: true,
    shownCount,
    cellWidth,
    cellHeight: height,
    length: Math.max(1, height - valueHeight - nameHeight),
    thickness,
    stripThickness: strip(options, thickness),
    nameWidth: cellWidth,
    nameHeight,
    nameSize: 12,
    valueWidth: cellWidth,
    valueHeight,
    valueSize,
  };
}

function strip({ hasThresholds = true }: BarGaugeOptions, thickness: number): number {
  return hasThresholds && thickness >= 12 ? 3 : 0;
}

/** A single value is shown however little room there is. */
function fitting(count: number, room: number, least: number): number {
  return Math.min(count, Math.max(1, Math.floor(room / least)));
}

function widest(readings: readonly GaugeReading[], size: number): number {
  return readings.reduce((most, { display }) => Math.max(most, textWidth(display.text, size * 1.05)), 0);
}

function widestName(readings: readonly GaugeReading[], size: number): number {
  // A name may be of ten thousand letters: what is beyond a line is not measured.
  return readings.reduce((most, { series }) => Math.max(most, textWidth(series.name.slice(0, 200), size)), 0);
}
