import { textWidth } from './textWidth.ts';

/** The font size of axis labels, in pixels. */
export const AXIS_FONT_SIZE = 11;

const TIME_AXIS_HEIGHT = 22;
const PIXELS_PER_VALUE_TICK = 28;

/** Where the plot area and the axes of a chart stand. */
export interface PlotRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Which axes there is room for. */
export interface AxisRoom {
  readonly hasTimeAxis: boolean;
  readonly hasValueAxis: boolean;
}

/** Returns which axes a chart of that size has room for; a small one is a sparkline. */
export function axisRoom(width: number, height: number): AxisRoom {
  return { hasTimeAxis: height >= 88 && width >= 170, hasValueAxis: width >= 170 && height >= 72 };
}

/** Returns at most how many value ticks are readable on a chart of that height. */
export function maxValueTicks(height: number, room: AxisRoom): number {
  const plotHeight = height - (room.hasTimeAxis ? TIME_AXIS_HEIGHT : 0);
  return Math.min(9, Math.max(3, Math.floor(plotHeight / PIXELS_PER_VALUE_TICK) + 1));
}

/** What the place of a plot area is worked out from. */
export interface PlotRectOptions {
  readonly width: number;
  readonly height: number;
  readonly room: AxisRoom;
  readonly leftLabels: readonly string[];
  /** Left out: there is no axis on the right. */
  readonly rightLabels?: readonly string[] | undefined;
}

/** Returns where the plot area stands when the axes of values have these labels. */
export function plotRect({ width, height, room, leftLabels, rightLabels }: PlotRectOptions): PlotRect {
  const left = room.hasValueAxis ? labelRoom(leftLabels, width) : 1;
  // Half a line of the topmost label, and half a stroke, stand above the plot.
  const top = room.hasValueAxis ? 8 : 2;
  const right = !room.hasValueAxis ? 1 : rightLabels === undefined ? 8 : labelRoom(rightLabels, width);
  const bottom = room.hasTimeAxis ? TIME_AXIS_HEIGHT : room.hasValueAxis ? 6 : 2;
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

function labelRoom(labels: readonly string[], width: number): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, AXIS_FONT_SIZE)));
  return Math.min(Math.ceil(widest) + 10, Math.floor(width / 2));
}
