import type { ValueFormatter } from '@glasspane/core';
import type { ColorToken } from '../../theme/colorTokens.ts';
import type { SloModel, SloState, WindowRatio } from './sloModel.ts';

/** What an SLO says, written. */
export interface SloTexts {
  /** What is left of the budget: `62%`. */
  readonly left: string;
  /** The same as time, and over which period. */
  readonly leftTime: string;
  readonly objective: string;
  /** The part that was good over the period. */
  readonly good: string;
}

const COLORS: Readonly<Record<SloState, ColorToken>> = {
  page: 'critical',
  ticket: 'warning',
  exhausted: 'serious',
  met: 'good',
  unknown: 'neutral',
};

/** Returns the colour of a state. */
export function stateColor(state: SloState): ColorToken {
  return COLORS[state];
}

/** Writes what an SLO says. */
export function sloTexts({ left, budgetMs, settings, period }: SloModel, values: ValueFormatter): SloTexts {
  const percent = (value: number, decimals?: number): string =>
    values.format(value, { unit: 'percentunit', decimals }).text;
  const span = (ms: number): string => values.format(ms, { unit: 'ms', decimals: ms < 3_600_000 ? 0 : 1 }).text;
  const whole = budgetMs === 0 ? 'no budget' : span(budgetMs);
  const spent = left === undefined || budgetMs === 0 ? undefined : left * budgetMs;
  const leftTime =
    spent === undefined
      ? `${whole} in ${settings.period}`
      : spent < 0
        ? `${span(-spent)} more than the ${whole} of ${settings.period}`
        : `${span(spent)} of ${whole} left in ${settings.period}`;
  return {
    left: left === undefined ? '–' : !Number.isFinite(left) ? 'none' : percent(left, Math.abs(left) < 0.1 ? 1 : 0),
    leftTime,
    objective: percent(settings.objective, objectiveDecimals(settings.objective)),
    good: period.ratio === undefined ? '–' : percent(1 - period.ratio, objectiveDecimals(settings.objective) + 1),
  };
}

/** Writes a burn rate, or why there is none. */
export function rateText({ rate, remark }: WindowRatio, values: ValueFormatter): string {
  if (rate === undefined) return remark ?? 'no series';
  if (!Number.isFinite(rate)) return '∞';
  const size = Math.abs(rate);
  return `${values.format(rate, { decimals: size < 10 ? 2 : size < 100 ? 1 : 0 }).text}\u00d7`;
}

// One more than the objective says: 99.95 % is told from 99.9 %.
function objectiveDecimals(objective: number): number {
  const [, digits = ''] = String(Number((objective * 100).toPrecision(10))).split('.');
  return Math.min(6, digits.length);
}
