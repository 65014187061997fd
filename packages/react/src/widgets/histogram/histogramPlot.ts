import { type FieldOptions, type ValueAxis, valueAxis } from '@glasspane/core';
import type { Formatters } from '../../chart/createFormatters.ts';
import {
  AXIS_FONT_SIZE,
  type AxisRoom,
  axisRoom,
  maxValueTicks,
  type PlotRect,
  plotRect,
} from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import { bucketAxis } from '../buckets/bucketAxis.ts';
import type { HistogramOptions } from './HistogramOptions.ts';
import type { HistogramGroup, HistogramModel } from './histogramModel.ts';

/** What a histogram is laid out from. */
export interface HistogramPlotOptions extends Formatters {
  readonly model: HistogramModel;
  readonly width: number;
  readonly height: number;
  readonly field: FieldOptions | undefined;
  readonly options: HistogramOptions;
}

/** What one bar shows, and where it stands, in pixels. */
export interface HistogramBar {
  readonly group: HistogramGroup;
  readonly bucket: number;
  readonly count: number;
  /** Of all that is counted, 0 to 1. */
  readonly share: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything that drawing a histogram and reading it need. */
export interface HistogramPlot extends HistogramPlotOptions {
  readonly rect: PlotRect;
  readonly room: AxisRoom;
  /** The counts, or shares, upwards. */
  readonly axis: ValueAxis;
  readonly y: (value: number) => number;
  /** The bounds of the buckets, to the right. */
  readonly bounds: readonly PlacedBound[];
  readonly x: (bound: number) => number;
  /** By group, and by bucket. */
  readonly bars: readonly (readonly HistogramBar[])[];
  readonly countUnit: string;
}

/** Returns the layout of a histogram at a size: groups stand on top of each other. */
export function histogramPlot(given: HistogramPlotOptions): HistogramPlot {
  const { model, width, height, field, options, values } = given;
  const room = axisRoom(width, height);
  const total = model.groups.reduce((sum, { counts }) => counts.reduce((part, count) => part + count, sum), 0) || 1;
  const per = options.show === 'percent' ? total : 1;
  const tallest = model.buckets.reduce((max, _, bucket) => Math.max(max, stackHeight(model.groups, bucket)), 0);
  const countUnit = options.show === 'percent' ? 'percentunit' : (options.countUnit ?? 'short');
  const axis = valueAxis(
    { min: 0, max: tallest / per || 1, maxTicks: maxValueTicks(height, room), unit: countUnit },
    values,
  );
  const rect = plotRect({ width, height, room, leftLabels: axis.ticks.map(({ label }) => label) });
  const y = (value: number): number => rect.top + rect.height * (1 - (value - axis.min) / (axis.max - axis.min));
  const x = (bound: number): number => rect.left + (rect.width * bound) / Math.max(1, model.buckets.length);
  const layout = { ...given, rect, room, axis, y, bounds: placeBounds(given, x), x, countUnit };
  return { ...layout, bars: bars(layout, total, per), field };
}

function stackHeight(groups: readonly HistogramGroup[], bucket: number): number {
  return Math.min(
    1e304,
    groups.reduce((sum, { counts }) => sum + (counts[bucket] ?? 0), 0),
  );
}

/** A bound of a bucket where it is written, in pixels. */
export interface PlacedBound {
  readonly x: number;
  /** How far the middle of its label is moved, to stay within the picture. */
  readonly shift: number;
  readonly label: string;
}

/** As many labels of bounds as have room beside each other. */
function placeBounds(given: HistogramPlotOptions, x: (bound: number) => number): readonly PlacedBound[] {
  const { model, field, values, width } = given;
  for (let maxTicks = 12; ; maxTicks -= 1) {
    const placed = bucketAxis(model.buckets, maxTicks, field, values).ticks.map(({ value, label }) => {
      const [at, half] = [Math.round(x(value)), textWidth(label, AXIS_FONT_SIZE) / 2];
      return { x: at, shift: Math.max(0, half - at) - Math.max(0, at + half - width), label };
    });
    if (maxTicks <= 2 || placed.every((one, index) => isApart(one, placed[index + 1]))) return placed;
  }
}

function isApart(one: PlacedBound, next: PlacedBound | undefined): boolean {
  if (next === undefined) return true;
  const room = (textWidth(one.label, AXIS_FONT_SIZE) + textWidth(next.label, AXIS_FONT_SIZE)) / 2 + 12;
  return next.x + next.shift - one.x - one.shift >= room;
}

function bars(layout: Omit<HistogramPlot, 'bars'>, total: number, per: number): HistogramPlot['bars'] {
  const { model, x, y } = layout;
  const below = new Float64Array(model.buckets.length);
  return model.groups.map((group) =>
    model.buckets.map((_, bucket) => {
      const count = group.counts[bucket] ?? 0;
      const from = below[bucket] ?? 0;
      below[bucket] = Math.min(1e304, from + count);
      const [left, right] = [Math.round(x(bucket)), Math.round(x(bucket + 1))];
      const [top, bottom] = [y((below[bucket] ?? 0) / per), y(from / per)];
      const gap = right - left >= 4 ? 1 : 0;
      return {
        group,
        bucket,
        count,
        share: Math.min(1, count / total),
        x: left,
        y: top,
        width: Math.max(1, right - left - gap),
        height: Math.max(0, bottom - top),
      };
    }),
  );
}
