import { type AbsoluteTimeRange, type FieldOptions, type ValueAxis, valueAxis } from '@glasspane/core';
import type { Formatters } from '../../chart/createFormatters.ts';
import { type PlotScales, plotScales } from '../../chart/PlotScales.ts';
import { type AxisRoom, axisRoom, maxValueTicks, type PlotRect, plotRect } from '../../chart/plotLayout.ts';
import { NOTE_HEIGHT } from '../../drawing/SvgNote.tsx';
import { bucketAxis } from '../buckets/bucketAxis.ts';
import { type CountDomain, countDomain } from './countDomain.ts';
import { fitHeatmap } from './fitHeatmap.ts';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { type HeatmapCells, heatmapCells } from './heatmapCells.ts';
import { type HeatColor, heatmapColors } from './heatmapColors.ts';
import type { HeatmapModel } from './heatmapModel.ts';

/** What a heatmap is laid out from. */
export interface HeatmapPlotOptions extends Formatters {
  readonly model: HeatmapModel;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly field: FieldOptions | undefined;
  readonly options: HeatmapOptions;
}

/** Everything that drawing a heatmap and reading counts off it need. */
export interface HeatmapPlot extends Omit<HeatmapPlotOptions, 'options'> {
  /** The counts as they are drawn: no more columns and rows than there are pixels. */
  readonly model: HeatmapModel;
  readonly rect: PlotRect;
  readonly room: AxisRoom;
  readonly axis: ValueAxis;
  readonly scales: PlotScales;
  readonly domain: CountDomain;
  readonly cells: HeatmapCells;
  readonly colors: readonly HeatColor[];
  readonly countUnit: string;
  /** The upper edge of the legend; left out: there is none. */
  readonly legendY: number | undefined;
  /** What is left out; left out itself where there is nothing, or no room to say it. */
  readonly note: string | undefined;
}

/** The height of the legend, in pixels. */
const LEGEND_HEIGHT = 26;

/** A row lower than this cannot be told from its neighbours. */
const MIN_ROW_HEIGHT = 2;

/** Samples that were counted make large cells: each is to hold some of them. */
const MIN_COUNTED_WIDTH = 8;

/** Returns the layout of a heatmap at a size. */
export function heatmapPlot(given: HeatmapPlotOptions): HeatmapPlot {
  const { range, width, field, options } = given;
  const isDrawn = given.model.buckets.length > 0 && given.model.times.length > 0;
  const note =
    given.model.leftOut.length > 0 && given.height > 60 ? `Left out: ${given.model.leftOut.join(', ')}` : undefined;
  const hasLegend = isDrawn && options.hasLegend !== false && given.height >= 150 && width >= 220;
  const height = Math.max(1, given.height - (note === undefined ? 0 : NOTE_HEIGHT) - (hasLegend ? LEGEND_HEIGHT : 0));
  const room = axisRoom(width, height);
  const axisFor = (buckets: HeatmapModel['buckets']): ValueAxis =>
    isDrawn ? bucketAxis(buckets, maxValueTicks(height, room), field, given.values) : emptyAxis(given);
  const plain = plotRect({ width, height, room, leftLabels: labelsOf(axisFor(given.model.buckets)) });
  const minWidth = given.model.joins === 'sum' ? MIN_COUNTED_WIDTH : 1;
  const model = fitHeatmap(given.model, plain.width / minWidth, plain.height / MIN_ROW_HEIGHT);
  const axis = axisFor(model.buckets);
  const rect = plotRect({ width, height, room, leftLabels: labelsOf(axis) });
  const scales = plotScales(rect, range, axis);
  const domain = countDomain(model.counts, options);
  return {
    ...given,
    model,
    rect,
    room,
    axis,
    scales,
    domain,
    cells: heatmapCells(model, rect, scales, domain),
    colors: heatmapColors(field),
    countUnit: options.countUnit ?? 'short',
    legendY: hasLegend ? height + 6 : undefined,
    note,
  };
}

function emptyAxis({ field, values }: HeatmapPlotOptions): ValueAxis {
  return valueAxis({ min: 0, max: 1, maxTicks: 3, unit: field?.unit }, values);
}

function labelsOf({ ticks }: ValueAxis): readonly string[] {
  return ticks.map(({ label }) => label);
}
