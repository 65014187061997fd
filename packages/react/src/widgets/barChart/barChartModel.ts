import { absoluteThresholds, type Threshold, type ValueAxis, type ValueFormatter, valueAxis } from '@glasspane/core';
import type { CategoryModel } from '../../chart/categories/CategoryModel.ts';
import { orderCategories, toCategories } from '../../chart/categories/toCategories.ts';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import type { WidgetViewProps } from '../../widget/defineWidget.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { type BarSpan, barSpans } from './barSpans.ts';

/** More bars than these in one category can not be told apart. */
const MAX_GROUPS = 40;

/** What a bar chart shows, wherever it is drawn. */
export interface BarChartModel extends CategoryModel {
  /** Where the bar of each group stands, by group, then by category. */
  readonly spans: readonly (readonly (BarSpan | undefined)[])[];
  /** How many groups are left out. */
  readonly leftGroups: number;
}

/** What a {@link barChartModel} is made of. */
export interface BarChartInput extends Formatters, Pick<WidgetViewProps<unknown>, 'timeRange'> {
  readonly data: ChartSeriesInput;
  readonly options: BarChartOptions;
  /** The groups that are switched off. */
  readonly hiddenKeys?: ReadonlySet<string> | undefined;
}

/** Returns what a bar chart shows. */
export function barChartModel(input: BarChartInput): BarChartModel {
  const { data, options, timeRange, values, times, hiddenKeys } = input;
  const { categories: source = 'auto', maxBuckets = 24, stacking = 'none', sort = 'none' } = options;
  const all = orderCategories(
    toCategories({ ...options, data, source, maxBuckets, maxGroups: MAX_GROUPS, timeRange, values, times }),
    sort,
  );
  const shown = withoutGroups(all, hiddenKeys);
  const byCategory = shown.categories.map((_, index) =>
    barSpans(
      shown.cells.map((cells) => cells[index]?.value),
      stacking,
    ),
  );
  return {
    ...shown,
    spans: shown.groups.map((_, group) => byCategory.map((spans) => spans[group])),
    leftGroups: Math.max(0, all.groups.length - MAX_GROUPS) + all.omittedGroups,
  };
}

function withoutGroups(model: CategoryModel, hiddenKeys: ReadonlySet<string> | undefined): CategoryModel {
  const kept = model.groups.map(({ key }, index) => index < MAX_GROUPS && hiddenKeys?.has(key) !== true);
  return {
    ...model,
    groups: model.groups.filter((_, index) => kept[index]),
    cells: model.cells.filter((_, index) => kept[index]),
  };
}

/** Returns whether there is anything to draw. */
export function hasBars({ spans }: BarChartModel): boolean {
  return spans.some((group) => group.some((span) => span !== undefined));
}

/** Returns the thresholds that are shown, as values: percents are of what the bars' own colours are measured by. */
export function barThresholds(
  { groups }: CategoryModel,
  options: BarChartOptions,
  field: ChartSeriesInput['field'],
): readonly Threshold[] {
  if (options.thresholds === 'off' || options.stacking === 'percent' || field === undefined) return [];
  return absoluteThresholds({ ...groups[0]?.options, ...field }) ?? [];
}

interface BarAxisOptions {
  readonly model: BarChartModel;
  readonly options: BarChartOptions;
  readonly field: ChartSeriesInput['field'];
  readonly maxTicks: number;
  /** How many categories are drawn: the others decide nothing. */
  readonly shownCount: number;
}

/** Returns the axis of the values: from zero to all ends of the bars, and to the thresholds where they are shown. */
export function barAxis(
  { model, options, field, maxTicks, shownCount }: BarAxisOptions,
  values: ValueFormatter,
): ValueAxis {
  const isPercent = options.stacking === 'percent';
  let [min, max] = [0, 0];
  for (const group of model.spans) {
    for (const span of group.slice(0, shownCount)) {
      min = Math.min(min, span?.to ?? 0);
      max = Math.max(max, span?.to ?? 0);
    }
  }
  if (isPercent)
    return valueAxis({ min, max, maxTicks, unit: 'percentunit', isMaxFixed: true, isMinFixed: true }, values);
  for (const { value } of barThresholds(model, options, field)) {
    min = Math.min(min, value ?? 0);
    max = Math.max(max, value ?? 0);
  }
  const unit = options.reducer === 'count' ? undefined : field?.unit;
  return valueAxis(
    {
      min: field?.min ?? min,
      max: field?.max ?? max,
      maxTicks,
      unit,
      decimals: field?.decimals,
      isMinFixed: field?.min !== undefined || min === 0,
      isMaxFixed: field?.max !== undefined || (max === 0 && min < 0),
    },
    values,
  );
}
