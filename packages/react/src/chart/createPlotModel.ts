import {
  type AbsoluteTimeRange,
  type FieldOptions,
  type TimeFormatter,
  type ValueAxis,
  type ValueFormatter,
  valueAxis,
} from '@glasspane/core';
import type { PlotAxis, PlotModel } from './PlotModel.ts';
import { plotScales } from './PlotScales.ts';
import type { PlotSeries } from './PlotSeries.ts';
import { type AxisRoom, maxValueTicks, type PlotRect, plotRect } from './plotLayout.ts';
import { valueDomain } from './valueDomain.ts';

/** What an axis of values is worked out from, besides the values. */
export interface PlotAxisOptions {
  readonly field: FieldOptions | undefined;
  /** Values that must be seen whatever the series do: zero, thresholds. */
  readonly include: readonly number[];
}

/** What a plot is worked out from. */
export interface PlotModelOptions {
  readonly series: readonly PlotSeries[];
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly room: AxisRoom;
  readonly left: PlotAxisOptions;
  /** Left out: series that ask for an axis on the right are drawn by the left one. */
  readonly right?: PlotAxisOptions | undefined;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** Returns the plot of the series: its domains, its axes, its place and its scales. */
export function createPlotModel(options: PlotModelOptions): PlotModel {
  const { series, range, width, height, room, left, right, values, times } = options;
  const onRight = right === undefined ? [] : series.filter(({ axis }) => axis === 'right');
  const onLeft = onRight.length === 0 ? series : series.filter(({ axis }) => axis !== 'right');
  const leftAxis = axisOfValues(onLeft, left, options);
  const rightAxis = right === undefined || onRight.length === 0 ? undefined : axisOfValues(onRight, right, options);
  const rect = plotRect({
    width,
    height,
    room,
    leftLabels: labelsOf(leftAxis),
    rightLabels: rightAxis && labelsOf(rightAxis),
  });
  return {
    series,
    range,
    rect,
    ...placed(leftAxis, left, rect, range),
    right: rightAxis && right && placed(rightAxis, right, rect, range),
    values,
    times,
  };
}

function axisOfValues(
  series: readonly PlotSeries[],
  { field, include }: PlotAxisOptions,
  { range, height, room, values }: PlotModelOptions,
): ValueAxis {
  const domain = valueDomain({ series, ...range, include });
  return valueAxis(
    {
      min: field?.min ?? domain.min,
      max: field?.max ?? domain.max,
      isMinFixed: field?.min !== undefined,
      isMaxFixed: field?.max !== undefined,
      maxTicks: maxValueTicks(height, room),
      unit: field?.unit,
      decimals: field?.decimals,
    },
    values,
  );
}

function placed(axis: ValueAxis, { field }: PlotAxisOptions, rect: PlotRect, range: AbsoluteTimeRange): PlotAxis {
  return { axis, field, scales: plotScales(rect, range, axis) };
}

function labelsOf(axis: ValueAxis): readonly string[] {
  return axis.ticks.map(({ label }) => label);
}
