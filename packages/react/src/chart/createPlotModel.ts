import {
  type AbsoluteTimeRange,
  type FieldOptions,
  type TimeFormatter,
  type ValueFormatter,
  valueAxis,
} from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';
import type { PlotModel } from './PlotModel.ts';
import { plotScales } from './PlotScales.ts';
import { type AxisRoom, maxValueTicks, plotRect } from './plotLayout.ts';
import type { ThresholdStyle } from './ThresholdMarks.tsx';
import { valueDomain } from './valueDomain.ts';

/** What a plot is worked out from. */
export interface PlotModelOptions {
  readonly series: readonly ChartSeries[];
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly room: AxisRoom;
  readonly field: FieldOptions | undefined;
  readonly includeZero: boolean;
  readonly thresholdStyle: ThresholdStyle;
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** Returns the plot of the series: its domain, its axis, its place and its scales. */
export function createPlotModel(options: PlotModelOptions): PlotModel {
  const { series, range, width, height, room, field, values, times } = options;
  const domain = valueDomain({ series, ...range, include: included(options) });
  const axis = valueAxis(
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
  const labels = axis.ticks.map(({ label }) => label);
  const rect = plotRect(width, height, room, labels);
  return { series, range, rect, scales: plotScales(rect, range, axis), axis, field, values, times };
}

function included({ includeZero, thresholdStyle, field }: PlotModelOptions): readonly number[] {
  const thresholds = thresholdStyle === 'line' ? (field?.thresholds ?? []) : [];
  const values = thresholds.map(({ value }) => value).filter((value) => value !== undefined && Number.isFinite(value));
  return [...(includeZero ? [0] : []), ...values.filter((value) => value !== undefined)];
}
