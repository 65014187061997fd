import { bandLayout } from '../../chart/categories/bandLayout.ts';
import { AXIS_FONT_SIZE, type PlotRect } from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import type { BarChartModel } from './barChartModel.ts';

/** Where the parts of a bar chart stand, before its values are known. */
export interface BarChartLayout {
  readonly isHorizontal: boolean;
  readonly rect: PlotRect;
  /** The distance between two categories, in pixels. */
  readonly step: number;
  /** How many categories are drawn. */
  readonly shownCount: number;
  readonly hasValueAxis: boolean;
  readonly hasCategoryAxis: boolean;
  /** How wide the name of a category may be. */
  readonly nameWidth: number;
  /** Each so many categories one is named. */
  readonly nameEvery: number;
  readonly maxTicks: number;
}

const ROW = 18;
const COLUMN = 8;
const AXIS_HEIGHT = 20;

/** Returns where the parts of a bar chart stand. The left edge of upright bars still wants the labels of their values. */
export function barChartLayout(
  model: BarChartModel,
  options: BarChartOptions,
  width: number,
  height: number,
): BarChartLayout {
  const names = model.categories.map(({ name }) => Math.ceil(textWidth(name.slice(0, 200), AXIS_FONT_SIZE)));
  const widestName = names.reduce((widest, one) => Math.max(widest, one), 0);
  const place = { model, options, widestName, width, height };
  return goesRight(place) ? horizontalLayout(place) : verticalLayout(place);
}

interface Place {
  readonly model: BarChartModel;
  readonly options: BarChartOptions;
  /** In pixels. */
  readonly widestName: number;
  readonly width: number;
  readonly height: number;
}

function goesRight({ model, options, widestName, width, height }: Place): boolean {
  const { orientation = 'auto' } = options;
  if (orientation !== 'auto') return orientation === 'horizontal';
  if (model.isTime) return false;
  const count = Math.max(1, model.categories.length);
  const hasRoomBelow = widestName <= (width - 50) / count - 6;
  const rows = Math.floor((height - AXIS_HEIGHT) / rowHeight(model, options));
  return !hasRoomBelow && rows >= Math.min(count, Math.floor((width - 50) / columnWidth(model, options)));
}

function rowHeight(model: BarChartModel, options: BarChartOptions): number {
  return Math.max(ROW, barsAside(model, options) * 6 + 5);
}

function columnWidth(model: BarChartModel, options: BarChartOptions): number {
  return Math.max(COLUMN, barsAside(model, options) * 4 + 3);
}

/** Returns how many bars stand side by side in a category. */
export function barsAside({ groups }: BarChartModel, { stacking = 'none' }: BarChartOptions): number {
  return stacking === 'none' ? Math.max(1, groups.length) : 1;
}

function horizontalLayout({ model, options, widestName, width, height }: Place): BarChartLayout {
  const hasValueAxis = width >= 170 && height >= 72;
  const hasCategoryAxis = width >= 100;
  const left = hasCategoryAxis ? Math.min(widestName + 10, Math.floor(width * 0.4)) : 1;
  const bottom = hasValueAxis ? AXIS_HEIGHT : 1;
  const right = hasValueAxis ? 14 : 1;
  const rect = { left, top: 1, width: Math.max(1, width - left - right), height: Math.max(1, height - bottom - 1) };
  const band = bandLayout(rect.height, model.categories.length, rowHeight(model, options));
  const maxTicks = Math.min(9, Math.max(3, Math.floor(rect.width / 80) + 1));
  const place = { rect, ...band, hasValueAxis, hasCategoryAxis, maxTicks };
  return { ...place, isHorizontal: true, nameWidth: Math.max(0, left - 10), nameEvery: 1 };
}

function verticalLayout({ model, options, width, height }: Place): BarChartLayout {
  const hasValueAxis = width >= 170 && height >= 72;
  const hasCategoryAxis = height >= 88 && width >= 100;
  const top = hasValueAxis ? 8 : 1;
  const bottom = hasCategoryAxis ? AXIS_HEIGHT : hasValueAxis ? 6 : 1;
  // The labels of the values take their room when they are known; bands want about as much.
  const left = hasValueAxis ? 46 : 1;
  const right = hasValueAxis ? 8 : 1;
  const rect = { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
  const band = bandLayout(rect.width, model.categories.length, columnWidth(model, options));
  const nameEvery = Math.max(1, Math.ceil((model.isTime ? 48 : 40) / band.step));
  return {
    isHorizontal: false,
    rect,
    ...band,
    hasValueAxis,
    hasCategoryAxis,
    nameWidth: band.step * nameEvery - 6,
    nameEvery,
    maxTicks: Math.min(9, Math.max(3, Math.floor(rect.height / 28) + 1)),
  };
}
