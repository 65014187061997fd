import {
  type ActiveAlert,
  type AlertingRule,
  type Rule,
  type RuleState,
  toAlertingRule,
} from '@glasspane/core/alerting';
import { parseExpr, printExpr, sortMatchers } from '@glasspane/promql/syntax';
import { EDITABLE_GROUP, type EditableRule } from './EditableRules.ts';
import { formatValue } from './formatValue.ts';
import type { RuleGroupLoop } from './RuleGroupLoop.ts';
import type { LastEvaluation, RuleRunner } from './RuleRunner.ts';

/**
 * What a rule has besides what Prometheus says of it, under the name `glasspane`: the id under which it can be edited at
 * `/api/v1/alert-rules/:id`. Rules of files have none.
 */
export interface EditableMark {
  readonly id: string;
  readonly isPaused: boolean;
  readonly isEditable: true;
}

/** A rule as Prometheus's API gives it. */
export interface JsonRule {
  readonly type: 'alerting' | 'recording';
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly alerts?: readonly JsonAlert[] | undefined;
  readonly glasspane?: EditableMark | undefined;
  readonly [field: string]: unknown;
}

/** An alert as Prometheus's API gives it. */
export interface JsonAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: string;
  readonly activeAt: string;
  readonly keepFiringSince?: string | undefined;
  readonly value: string;
}

/** A group of rules as Prometheus's API gives it. */
export interface JsonRuleGroup {
  readonly name: string;
  readonly file: string;
  readonly rules: readonly JsonRule[];
  /** Seconds. */
  readonly interval: number;
  readonly limit: number;
  /** Seconds. */
  readonly evaluationTime: number;
  readonly lastEvaluation: string;
}

/** Returns a group of a file. */
export function groupToJson({ group, runners, last }: RuleGroupLoop): JsonRuleGroup {
  return {
    name: group.name,
    file: group.file,
    rules: runners.map((runner) => ruleToJson(runner.running.rule, runner)),
    interval: group.intervalMs / 1000,
    limit: group.limit,
    evaluationTime: last?.seconds ?? 0,
    lastEvaluation: toGoTime(last?.timeMs),
  };
}

/** Returns the rules that are edited over the API as one group, which has no file. */
export function editableToJson(rules: readonly EditableRule[], intervalMs: number): JsonRuleGroup {
  const last = rules.flatMap(({ loop }) => (loop?.last === undefined ? [] : [loop.last]));
  return {
    name: EDITABLE_GROUP,
    file: '',
    rules: rules.map(({ rule, loop }) => ({
      ...ruleToJson(toAlertingRule(rule), loop?.runners[0]),
      glasspane: { id: rule.id, isPaused: rule.isPaused === true, isEditable: true },
    })),
    interval: intervalMs / 1000,
    limit: 0,
    evaluationTime: last.reduce((sum, { seconds }) => sum + seconds, 0),
    lastEvaluation: toGoTime(last.length === 0 ? undefined : Math.max(...last.map(({ timeMs }) => timeMs))),
  };
}

/** Returns the alerts of a rule that are pending or firing. */
function alertsToJson({ alerts }: RuleState): readonly JsonAlert[] {
  return alerts.filter(({ state }) => state !== 'resolved').map(alertToJson);
}

function ruleToJson(rule: Rule, runner: RuleRunner | undefined): JsonRule {
  const query = printExpr(sortMatchers(parseExpr(rule.expr)));
  const health = healthOf(runner?.last);
  if (rule.type === 'recording') {
    const labels = Object.keys(rule.labels).length === 0 ? {} : { labels: rule.labels };
    return { name: rule.name, query, ...labels, ...health, type: rule.type };
  }
  return { ...alertingToJson(rule, runner?.state ?? { alerts: [] }), query, ...health, type: rule.type };
}

function alertingToJson(rule: AlertingRule, state: RuleState): Omit<JsonRule, 'type'> & { readonly name: string } {
  const alerts = alertsToJson(state);
  return {
    state: worstOf(state),
    name: rule.name,
    query: '',
    duration: rule.forMs / 1000,
    keepFiringFor: rule.keepFiringForMs / 1000,
    labels: rule.labels,
    annotations: rule.annotations,
    alerts,
  };
}

function worstOf({ alerts }: RuleState): 'inactive' | 'pending' | 'firing' {
  if (alerts.some(({ state }) => state === 'firing')) return 'firing';
  return alerts.some(({ state }) => state === 'pending') ? 'pending' : 'inactive';
}

function healthOf(last: LastEvaluation | undefined): Readonly<Record<string, unknown>> {
  return {
    health: last === undefined ? 'unknown' : last.error === undefined ? 'ok' : 'err',
    ...(last?.error === undefined ? {} : { lastError: last.error }),
    evaluationTime: last?.seconds ?? 0,
    lastEvaluation: toGoTime(last?.timeMs),
  };
}

function alertToJson({ labels, annotations, state, activeAtMs, keepFiringSinceMs, value }: ActiveAlert): JsonAlert {
  return {
    labels,
    annotations,
    state,
    activeAt: toGoTime(activeAtMs),
    ...(keepFiringSinceMs === undefined ? {} : { keepFiringSince: toGoTime(keepFiringSinceMs) }),
    value: formatValue(value),
  };
}

/** Writes a time as Go does: no zeros at the end of the fraction, and the year 1 for none. */
function toGoTime(timeMs: number | undefined): string {
  if (timeMs === undefined) return '0001-01-01T00:00:00Z';
  return new Date(timeMs).toISOString().replace(/\.?0*Z$/, 'Z');
}
