import type { AbsoluteTimeRange, FieldOptions, TimeFormatter, ValueAxis, ValueFormatter } from '@glasspane/core';
import { type ScaleType, scaledAxis, symlogLinearWithin, valueScale } from '@glasspane/core/chart';
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
  /** How the values are spread over the axis; left out: in a straight line. */
  readonly scale?: AxisScale | undefined;
  /** Where the axis ends unless values go beyond. */
  readonly softMin?: number | undefined;
  readonly softMax?: number | undefined;
  /** What is below zero is drawn upside down, and labelled as what it is read as. */
  readonly isMirrored?: boolean | undefined;
}

/** How the values of an axis are spread over it, where that is no straight line. */
export interface AxisScale {
  readonly type: ScaleType;
  /** The number whose powers the ticks stand at; left out: by the unit. */
  readonly base?: 2 | 10 | undefined;
  /** For `symlog`: how far from zero it stays close to linear; left out: by the values. */
  readonly linearWithin?: number | undefined;
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
  { field, include, scale, softMin, softMax, isMirrored }: PlotAxisOptions,
  { range, height, room, values }: PlotModelOptions,
): ValueAxis {
  const isLog = scale?.type === 'log';
  const domain = valueDomain({
    series: isLog ? series.map(({ times, values: drawn }) => ({ times, values: drawn })) : series,
    ...range,
    include: isLog ? include.filter((value) => value > 0) : include,
  });
  const [min, max] = [lesser(domain.min, softMin), -lesser(-domain.max, softMax === undefined ? undefined : -softMax)];
  const axis = scaledAxis(
    {
      ...scale,
      scale: scale?.type ?? 'linear',
      min: field?.min ?? min,
      max: field?.max ?? max,
      isMinFixed: field?.min !== undefined || min === softMin,
      isMaxFixed: field?.max !== undefined || max === softMax,
      maxTicks: maxValueTicks(height, room),
      unit: field?.unit,
      decimals: field?.decimals,
    },
    values,
  );
  return isMirrored === true ? mirrored(axis) : axis;
}

function lesser(value: number, other: number | undefined): number {
  return other === undefined || !Number.isFinite(other) ? value : Math.min(value, other);
}

/** What is drawn downwards is not negative: its labels are those of above. */
function mirrored(axis: ValueAxis): ValueAxis {
  return { ...axis, ticks: axis.ticks.map(({ value, label }) => ({ value, label: label.replace(SIGN, '') })) };
}

// Some locales put a mark of direction before the sign.
const SIGN = /^[\u200e\u200f\u061c]*[-\u2212]/u;

function placed(
  axis: ValueAxis,
  { field, scale }: PlotAxisOptions,
  rect: PlotRect,
  range: AbsoluteTimeRange,
): PlotAxis {
  const { type = 'linear', linearWithin = symlogLinearWithin(axis.min, axis.max) } = scale ?? {};
  const spread = type === 'linear' ? undefined : valueScale({ type, linearWithin });
  return { axis, field, scales: plotScales(rect, range, axis, spread) };
}

function labelsOf(axis: ValueAxis): readonly string[] {
  return axis.ticks.map(({ label }) => label);
}
