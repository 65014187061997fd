import type { AlertRule, AlertSeverity, Matcher, NewAlertRule } from '@glasspane/core';
import { type AlertCondition, exprToCondition, formatDuration } from '@glasspane/core/alerting';
import type { MatcherDraft } from './matcherDrafts.ts';
import { type PairDraft, pairsOf } from './pairDrafts.ts';

/** The short form of a condition as it is being written. */
export interface ShortDraft {
  readonly metric: string;
  readonly matchers: readonly MatcherDraft[];
  /** Empty: each series as it is. */
  readonly reducer: NonNullable<AlertCondition['over']>['reducer'] | '';
  /** A duration: `5m`. */
  readonly window: string;
  /** Empty: each series by itself. */
  readonly aggregate: NonNullable<AlertCondition['aggregate']>['operator'] | '';
  /** Label names, separated by commas. */
  readonly by: string;
  readonly operator: AlertCondition['operator'];
  readonly threshold: string;
}

/** An alert rule as it is being written: texts, so that nothing is lost while it is not right yet. */
export interface RuleDraft {
  readonly name: string;
  readonly description: string;
  /** Which of the two forms of the condition counts. The other one is kept. */
  readonly form: 'short' | 'promql';
  readonly short: ShortDraft;
  readonly expr: string;
  /** Durations; empty: none. */
  readonly for: string;
  readonly keepFiringFor: string;
  readonly severity: AlertSeverity;
  readonly channels: readonly string[];
  readonly labels: readonly PairDraft[];
  readonly summary: string;
  readonly runbook: string;
  /** The other annotations. */
  readonly annotations: readonly PairDraft[];
  readonly isPaused: boolean;
}

const emptyShort: ShortDraft = {
  metric: '',
  matchers: [],
  reducer: '',
  window: '5m',
  aggregate: '',
  by: '',
  operator: '>',
  threshold: '',
};

/** Returns the draft that a form starts with: of a rule that is there, or of what is known of a new one. */
export function toRuleDraft(rule: Partial<AlertRule | NewAlertRule>): RuleDraft {
  const { expr = '', annotations = {} } = rule;
  const condition = exprToCondition(expr);
  const { summary = '', runbook_url: runbook = '', ...others } = annotations;
  return {
    name: rule.name ?? '',
    description: rule.description ?? '',
    form: expr === '' || condition !== undefined ? 'short' : 'promql',
    short: condition === undefined ? emptyShort : toShortDraft(condition),
    expr,
    for: durationText(rule.forMs ?? (rule.id === undefined ? 300_000 : 0)),
    keepFiringFor: durationText(rule.keepFiringForMs ?? 0),
    severity: rule.severity ?? 'warning',
    channels: rule.channels ?? [],
    labels: pairsOf(rule.labels ?? {}),
    summary,
    runbook,
    annotations: pairsOf(others),
    isPaused: rule.isPaused ?? false,
  };
}

function toShortDraft({ metric, matchers = [], over, aggregate, operator, threshold }: AlertCondition): ShortDraft {
  return {
    metric,
    matchers: matchers.map((matcher: Matcher, key) => ({ ...matcher, key })),
    reducer: over?.reducer ?? '',
    window: formatDuration(over?.windowMs ?? 300_000),
    aggregate: aggregate?.operator ?? '',
    by: aggregate?.by?.join(', ') ?? '',
    operator,
    threshold: String(threshold),
  };
}

const durationText = (ms: number): string => (ms === 0 ? '' : formatDuration(ms));
