import { type Frame, type NumberField, reduceField, type ValueFormatter } from '@glasspane/core';
import { budgetLeft, budgetMs, burnRate, type RuleOutcome, ruleOutcomes } from './errorBudget.ts';
import type { SloOptions } from './SloOptions.ts';
import { type SloSettings, sloSettings } from './sloQueries.ts';

/** The error ratio over a window: a number, or why there is none. */
export interface WindowRatio {
  readonly window: string;
  /** Left out where there is none. */
  readonly ratio: number | undefined;
  /** How many times too fast the budget is used; infinite without a budget. */
  readonly rate: number | undefined;
  /** What is to be said of it: `no traffic`. */
  readonly remark: string | undefined;
}

/** How an objective stands. */
export type SloState = 'page' | 'ticket' | 'exhausted' | 'met' | 'unknown';

/** What an SLO shows. */
export interface SloModel {
  readonly settings: SloSettings;
  readonly windows: readonly WindowRatio[];
  readonly period: WindowRatio;
  /** The part of the budget that is left, below zero when more than all is used; left out where it is not known. */
  readonly left: number | undefined;
  readonly budgetMs: number;
  readonly outcomes: readonly RuleOutcome[];
  readonly state: SloState;
  /** The state in words. */
  readonly status: string;
  /** What is to be said besides. */
  readonly remarks: readonly string[];
  /** The part that was left, by time; left out where it was not asked for. */
  readonly course: { readonly times: Float64Array; readonly left: Float64Array } | undefined;
}

/** What a {@link sloModel} is made of. */
export interface SloInput {
  readonly options: SloOptions;
  /** The answer over a window; left out where there is none. */
  readonly frameOver: (window: string) => Frame | undefined;
  readonly courseFrame: Frame | undefined;
  readonly values: ValueFormatter;
}

/** Returns how an objective stands. */
export function sloModel({ options, frameOver, courseFrame, values }: SloInput): SloModel {
  const settings = sloSettings(options);
  const { objective, periodMs, rules } = settings;
  const over = (window: string): WindowRatio => windowRatio(window, frameOver(window), objective);
  const period = over(settings.period);
  const left = period.ratio === undefined ? undefined : budgetLeft(period.ratio, objective);
  const outcomes = ruleOutcomes(rules, (window) => over(window).rate);
  const state = stateOf(outcomes, left);
  return {
    settings,
    windows: settings.windows.map(over),
    period,
    left,
    budgetMs: budgetMs(objective, periodMs),
    outcomes,
    state,
    status: statusText(state, outcomes, period),
    remarks: remarksOf(period, frameOver(settings.period), settings, values),
    course: courseOf(courseFrame, objective),
  };
}

function windowRatio(window: string, frame: Frame | undefined, objective: number): WindowRatio {
  const [field] = ratioFields(frame);
  const ratio = field === undefined ? undefined : reduceField(field, 'last');
  if (ratio === undefined) return { window, ratio: undefined, rate: undefined, remark: 'no series' };
  // Nothing divided by nothing: the rate of requests is zero.
  if (Number.isNaN(ratio)) return { window, ratio: undefined, rate: undefined, remark: 'no traffic' };
  if (!Number.isFinite(ratio)) return { window, ratio: undefined, rate: undefined, remark: 'errors without traffic' };
  const remark = ratio > 1 ? 'more errors than requests' : ratio < 0 ? 'fewer errors than none' : undefined;
  return { window, ratio, rate: burnRate(ratio, objective), remark };
}

function ratioFields(frame: Frame | undefined): readonly NumberField[] {
  return frame?.fields.filter((field): field is NumberField => field.kind === 'number') ?? [];
}

function stateOf(outcomes: readonly RuleOutcome[], left: number | undefined): SloState {
  const burning = outcomes.filter(({ state }) => state === 'burning');
  if (burning.some(({ rule }) => rule.severity === 'page')) return 'page';
  if (left !== undefined && left < 0) return 'exhausted';
  if (burning.length > 0) return 'ticket';
  return left === undefined ? 'unknown' : 'met';
}

function statusText(state: SloState, outcomes: readonly RuleOutcome[], period: WindowRatio): string {
  const burning = outcomes.find(({ state: own }) => own === 'burning')?.rule;
  const speed =
    burning === undefined
      ? ''
      : `above ${burning.burnRate}\u00d7 over ${burning.longWindow} and ${burning.shortWindow}`;
  switch (state) {
    case 'page':
      return `Page: ${speed}`;
    case 'ticket':
      return `Ticket: ${speed}`;
    case 'exhausted':
      return 'Budget used up';
    case 'met':
      return 'Within the budget';
    case 'unknown':
      return `Not known: ${period.remark ?? 'no series'} over ${period.window}`;
  }
}

function remarksOf(
  period: WindowRatio,
  frame: Frame | undefined,
  { objective }: SloSettings,
  values: ValueFormatter,
): readonly string[] {
  const count = ratioFields(frame).length;
  const ratio = period.ratio === undefined ? '' : values.format(period.ratio, { unit: 'percentunit' }).text;
  return [
    ...(objective === 1 ? ['An objective of 100% leaves no error budget'] : []),
    ...(period.ratio !== undefined && period.remark !== undefined
      ? [`${ratio} of ${period.window}: ${period.remark}, so the query is not an error ratio`]
      : []),
    ...(count > 1 ? [`The first of ${count} series; let the query give one`] : []),
  ];
}

function courseOf(frame: Frame | undefined, objective: number): SloModel['course'] {
  const [field] = ratioFields(frame);
  const times = frame?.fields.find((one) => one.kind === 'time')?.values;
  if (field === undefined || times === undefined) return undefined;
  const left = field.values.map((ratio, row) =>
    field.gaps?.[row] === 1 || !Number.isFinite(ratio) ? Number.NaN : budgetLeft(ratio, objective),
  );
  return { times, left };
}
