import type { ValueFormatter } from '@glasspane/core';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import type { CostModel, CostPart, CostState } from './costModel.ts';

/** What a cost widget says, written. */
export interface CostTexts {
  readonly total: string;
  /** Since when, and how much of the budget that is. */
  readonly since: string;
  /** What it will come to; nothing where nothing can be said. */
  readonly projection: string | undefined;
  readonly status: string | undefined;
  /** What is to be said of the data. */
  readonly remark: string | undefined;
}

/** Writes what a cost widget says. */
export function costTexts(
  model: CostModel,
  { values, times }: Formatters,
  field: ChartSeriesInput['field'],
): CostTexts {
  const { total, projected, budget, period, coverage, state, reachedMs } = model;
  const money = (value: number): string => writeMoney(value, values, field);
  const percent = (value: number): string => values.format(value, { unit: 'percentunit', decimals: 0 }).text;
  const day = (timeMs: number): string => isolated(times.format(timeMs, 'day'));
  const ofBudget = budget === undefined ? '' : `, ${percent(total / budget)} of ${money(budget)}`;
  const rounded = coverage > 0.995 ? 1 : Math.min(0.99, coverage);
  return {
    total: state === 'noData' ? '–' : money(total),
    since: `since ${day(period.startMs)}${state === 'noData' ? '' : ofBudget}`,
    projection:
      projected === undefined ? undefined : `${money(projected)} by ${day(period.endMs - 1)}, ${model.method}`,
    status: statusText(state, budget === undefined ? '' : money(Math.abs(total - budget)), reachedMs, day),
    remark:
      state === 'noData' || rounded === 1
        ? undefined
        : `${percent(rounded)} of the period so far has data; the rest is not counted`,
  };
}

// A date that runs from right to left must not turn the sentence around it.
function isolated(text: string): string {
  return /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** Writes what a part cost, or that nothing is known of it. */
export function writePart(
  { cost, hasData }: Pick<CostPart, 'cost' | 'hasData'>,
  values: ValueFormatter,
  field: ChartSeriesInput['field'],
): string {
  return hasData ? writeMoney(cost, values, field) : 'no data';
}

/** Writes an amount of money, without cents where they tell nothing. */
export function writeMoney(value: number, values: ValueFormatter, field: ChartSeriesInput['field']): string {
  const decimals = field?.decimals ?? (Math.abs(value) >= 1000 ? 0 : 2);
  return values.format(value, { ...field, decimals }).text;
}

function statusText(
  state: CostState,
  difference: string,
  reachedMs: number | undefined,
  day: (timeMs: number) => string,
): string | undefined {
  switch (state) {
    case 'noData':
      return 'No data in this period';
    case 'over':
      return `Over the budget by ${difference}`;
    case 'willBeOver':
      return reachedMs === undefined
        ? 'Over the budget at this pace'
        : `Budget reached on ${day(reachedMs)} at this pace`;
    case 'within':
      return 'Within the budget';
    case 'noBudget':
      return undefined;
  }
}
