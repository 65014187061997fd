import { type ValueAxis, type ValueFormatter, valueAxis } from '@glasspane/core';
import { AXIS_FONT_SIZE } from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import type { Area } from '../treemap/squarify.ts';
import type { CostOptions } from './CostOptions.ts';
import { costHead, HEAD_LINE, type HeadLine } from './costHead.ts';
import type { CostModel } from './costModel.ts';
import type { CostTexts } from './costTexts.ts';

/** A plot over the period, with the axis of its values. */
export interface CostPlot {
  readonly rect: Area;
  readonly axis: ValueAxis;
  readonly x: (timeMs: number) => number;
  readonly y: (value: number) => number;
}

/** Where the parts of a cost widget stand; one that is left out has no room. */
export interface CostLayout {
  readonly width: number;
  readonly height: number;
  readonly isTiny: boolean;
  /** How wide the texts may be. */
  readonly headWidth: number;
  /** The lines below the total. */
  readonly head: readonly HeadLine[];
  readonly running: CostPlot | undefined;
  readonly bars: CostPlot | undefined;
  readonly list: Area | undefined;
}

interface CostLayoutOptions {
  readonly model: CostModel;
  readonly texts: CostTexts;
  readonly options: CostOptions;
  readonly field: ChartSeriesInput['field'];
  readonly width: number;
  readonly height: number;
  readonly values: ValueFormatter;
}

/** The height of a line of the list. */
export const PART_ROW = 20;

const GAP = 14;
const AXIS_HEIGHT = 20;

/** Returns where the parts of a cost widget stand. */
export function costLayout(options: CostLayoutOptions): CostLayout {
  const { model, texts, width, height } = options;
  const { breakdown = 'list' } = options.options;
  const base = { width, height, headWidth: width, head: [], running: undefined, bars: undefined, list: undefined };
  if (width < 170 || height < 84) return { ...base, isTiny: true };
  const hasList = breakdown !== 'none' && model.parts.length > 1;
  const isWide = hasList && width >= 440;
  const listWidth = isWide ? Math.floor(width * 0.36) : width;
  const headWidth = isWide ? width - listWidth - GAP * 2 : width;
  const head = costHead(texts, model.state, headWidth);
  const headHeight = 42 + head.length * HEAD_LINE;
  const below = height - headHeight - GAP;
  if (below < 70)
    return { ...base, isTiny: false, headWidth, head, list: isWide ? sideList(width, listWidth, height) : undefined };
  const wantsBelow = hasList && breakdown === 'list' && !isWide && below >= 150;
  const listHeight = wantsBelow ? Math.min(model.parts.length * PART_ROW, below * 0.45) : 0;
  const chartHeight = below - (wantsBelow ? listHeight + GAP : 0);
  const top = headHeight + GAP;
  const hasBars = breakdown === 'bars' && chartHeight >= 150;
  const runningHeight = hasBars ? Math.floor(chartHeight * 0.52) : chartHeight;
  const place = { x: 0, y: top, width: headWidth, height: runningHeight };
  const barsPlace = { ...place, y: top + runningHeight + 8, height: chartHeight - runningHeight - 8 };
  return {
    ...base,
    isTiny: false,
    headWidth,
    head,
    running: plotIn(options, place, runningMax(model)),
    bars: hasBars ? plotIn(options, barsPlace, barsMax(model)) : undefined,
    list: isWide
      ? sideList(width, listWidth, height)
      : wantsBelow
        ? { x: 0, y: height - listHeight, width, height: listHeight }
        : undefined,
  };
}

function sideList(width: number, listWidth: number, height: number): Area {
  return { x: width - listWidth, y: 4, width: listWidth, height: height - 8 };
}

function runningMax({ total, projected = 0, budget = 0 }: CostModel): number {
  return Math.max(total, projected, budget);
}

function barsMax({ parts, buckets }: CostModel): number {
  const sums = buckets.map((_, index) =>
    parts.reduce((sum, { byBucket }) => sum + Math.max(0, byBucket[index] ?? 0), 0),
  );
  return Math.max(0, ...sums);
}

function plotIn({ model, field, values }: CostLayoutOptions, area: Area, max: number): CostPlot {
  const { period, running } = model;
  const min = running.reduce((least, { total }) => Math.min(least, total), 0);
  const maxTicks = Math.min(7, Math.max(3, Math.floor(area.height / 28)));
  const unit = { unit: field?.unit, decimals: field?.decimals === undefined ? undefined : 0 };
  const axis = valueAxis({ min, max, maxTicks, ...unit, isMinFixed: min === 0 }, values);
  const widest = Math.max(0, ...axis.ticks.map(({ label }) => textWidth(label, AXIS_FONT_SIZE)));
  const left = Math.min(Math.ceil(widest) + 10, area.width / 3);
  const rect = {
    x: area.x + left,
    y: area.y + 4,
    width: Math.max(1, area.width - left - 6),
    height: Math.max(1, area.height - AXIS_HEIGHT - 4),
  };
  const part = (value: number): number => Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min)));
  return {
    rect,
    axis,
    x: (timeMs) => {
      const at = (timeMs - period.startMs) / (period.endMs - period.startMs);
      return rect.x + Math.min(1, Math.max(0, at)) * rect.width;
    },
    y: (value) => rect.y + (1 - part(value)) * rect.height,
  };
}
