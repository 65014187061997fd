import type { BurnRateRule } from './SloOptions.ts';

/**
 * Returns how many times faster than it may an error budget is used: `errorRatio / (1 - objective)`. At 1 it lasts for just
 * its period. Without a budget (an objective of 1) any error burns infinitely fast, and no error not at all.
 *
 * Source: Google, "The Site Reliability Workbook", chapter 5, "Alerting on SLOs", alert on burn rate.
 */
export function burnRate(errorRatio: number, objective: number): number {
  const budget = budgetOf(objective);
  if (budget === 0 && errorRatio === 0) return 0;
  return errorRatio / budget;
}

/**
 * Returns the part of an error budget that is left when so much of its whole period was bad: `1 - errorRatio / (1 -
 * objective)`; below zero when more was used than there was.
 *
 * Source: Google, "The Site Reliability Workbook", chapter 2, "Implementing SLOs", on error budgets.
 */
export function budgetLeft(errorRatio: number, objective: number): number {
  return 1 - burnRate(errorRatio, objective);
}

/** Returns how much of a period may be bad, in milliseconds: `(1 - objective) · period`. */
export function budgetMs(objective: number, periodMs: number): number {
  return budgetOf(objective) * periodMs;
}

// Without the digits that only rounding made: 1 - 0.999 is 0.0010000000000000009.
function budgetOf(objective: number): number {
  return Number((1 - objective).toPrecision(12));
}

/**
 * The rules of the Site Reliability Workbook, chapter 5, "Multiwindow, Multi-Burn-Rate Alerts", for a period of 30 days: over
 * each long window 2 %, 5 % and 10 % of the budget are used, and a short window of a twelfth says that it still burns.
 */
export const WORKBOOK_RULES: readonly BurnRateRule[] = [
  { longWindow: '1h', shortWindow: '5m', burnRate: 14.4, severity: 'page' },
  { longWindow: '6h', shortWindow: '30m', burnRate: 6, severity: 'page' },
  { longWindow: '3d', shortWindow: '6h', burnRate: 1, severity: 'ticket' },
];

/** What a rule comes to. `unknown`: a window has no number. */
export interface RuleOutcome {
  readonly rule: BurnRateRule;
  readonly state: 'burning' | 'calm' | 'unknown';
}

/** Returns what rules come to: one burns when both its windows are above its rate. */
export function ruleOutcomes(
  rules: readonly BurnRateRule[],
  rateOver: (window: string) => number | undefined,
): readonly RuleOutcome[] {
  return rules.map((rule) => {
    const rates = [rateOver(rule.longWindow), rateOver(rule.shortWindow)];
    const isCalm = rates.some((rate) => rate !== undefined && rate <= rule.burnRate);
    const isKnown = rates.every((rate) => rate !== undefined);
    return { rule, state: isCalm ? 'calm' : isKnown ? 'burning' : 'unknown' };
  });
}
