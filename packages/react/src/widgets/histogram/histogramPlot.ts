import { type FieldOptions, type ValueAxis, valueAxis } from '@glasspane/core';
import { type AxisRoom, axisRoom, maxValueTicks, type PlotRect, plotRect } from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { Formatters } from '../../chart/useFormatters.ts';
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
  /** The bounds of the buckets, to the right, at whole numbers. */
  readonly bounds: ValueAxis;
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
  const bounds = fittingBounds(given, rect.width);
  const y = (value: number): number => rect.top + rect.height * (1 - (value - axis.min) / (axis.max - axis.min));
  const x = (bound: number): number => rect.left + (rect.width * bound) / Math.max(1, model.buckets.length);
  const layout = { ...given, rect, room, axis, y, bounds, x, countUnit };
  return { ...layout, bars: bars(layout, total, per), field };
}

function stackHeight(groups: readonly HistogramGroup[], bucket: number): number {
  return Math.min(
    1e304,
    groups.reduce((sum, { counts }) => sum + (counts[bucket] ?? 0), 0),
  );
}

/** As many labels of bounds as have room beside each other. */
function fittingBounds({ model, field, values }: HistogramPlotOptions, width: number): ValueAxis {
  for (let maxTicks = 12; maxTicks > 2; maxTicks -= 1) {
    const axis = bucketAxis(model.buckets, maxTicks, field, values);
    const [first, second] = axis.ticks;
    const apart = (((second?.value ?? 1) - (first?.value ?? 0)) * width) / Math.max(1, model.buckets.length);
    if (axis.ticks.every(({ label }) => textWidth(label, 11) + 10 <= apart)) return axis;
  }
  return bucketAxis(model.buckets, 2, field, values);
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
