import type { AlertRule } from '@glasspane/core';
import { advanceRule, labelSamples, type RuleSample, type RuleState, toAlertingRule } from '@glasspane/core/alerting';
import { type EvaluationOptions, evaluateInstant } from '@glasspane/promql';
import type { SeriesStore } from './SeriesStore.ts';
import { toMemoryError } from './toMemoryError.ts';

/** An alert rule, and what its evaluations gave so far. */
export interface EvaluatedRule {
  readonly rule: AlertRule;
  readonly state: RuleState;
  /** Milliseconds since the epoch; left out before the first evaluation. */
  readonly evaluatedMs?: number | undefined;
  /** Why the last evaluation failed. */
  readonly error?: string | undefined;
}

/** Returns a rule after an evaluation; one that fails leaves its alerts as they were. */
export async function evaluateRule(
  { rule, state }: EvaluatedRule,
  nowMs: number,
  store: SeriesStore,
  options: EvaluationOptions,
): Promise<EvaluatedRule> {
  const query = (expr: string): Promise<readonly RuleSample[]> => samplesOf(expr, nowMs, store, options);
  const alerting = toAlertingRule(rule);
  try {
    const samples = await labelSamples(alerting, await query(rule.expr), { nowMs, query });
    return { rule, state: advanceRule(alerting, state, samples, nowMs), evaluatedMs: nowMs };
  } catch (thrown) {
    return { rule, state, evaluatedMs: nowMs, error: toMemoryError(thrown).message };
  }
}

async function samplesOf(
  expr: string,
  timeMs: number,
  store: SeriesStore,
  options: EvaluationOptions,
): Promise<readonly RuleSample[]> {
  const result = await evaluateInstant(expr, timeMs, store, options);
  switch (result.type) {
    case 'vector':
      return result.samples;
    case 'scalar':
      return [{ labels: {}, value: result.value }];
    default:
      return [];
  }
}
