import { InvalidDocumentError, type NewAlertRule, parseAlertRule, toGlasspaneError } from '@glasspane/core';
import {
  type AlertCondition,
  checkRule,
  conditionToExpr,
  parseDurationMs,
  toAlertingRule,
} from '@glasspane/core/alerting';
import { faultOfPairs, recordOf } from './pairDrafts.ts';
import type { RuleDraft, ShortDraft } from './ruleDraft.ts';

/** The fields of the form that can be wrong. */
export type RuleField =
  | 'name'
  | 'metric'
  | 'matchers'
  | 'window'
  | 'by'
  | 'threshold'
  | 'expr'
  | 'for'
  | 'keepFiringFor'
  | 'labels'
  | 'description'
  | 'summary'
  | 'runbook'
  | 'annotations';

/** What is wrong, by field. */
export type RuleFaults = Partial<Readonly<Record<RuleField, string>>>;

/** What became of a draft: a rule, or what is wrong with it. */
export interface CheckedRule {
  readonly rule: NewAlertRule;
  readonly faults: RuleFaults;
}

/** Returns the condition of a draft as PromQL, or what keeps it from being one. */
export function exprOfDraft(draft: Pick<RuleDraft, 'form' | 'short' | 'expr'>): {
  readonly expr: string;
  readonly faults: RuleFaults;
} {
  if (draft.form === 'promql') {
    return {
      expr: draft.expr.trim(),
      faults: draft.expr.trim() === '' ? { expr: 'Write a condition in PromQL.' } : {},
    };
  }
  const { condition, faults } = conditionOf(draft.short);
  if (Object.keys(faults).length > 0) return { expr: '', faults };
  try {
    return { expr: conditionToExpr(condition), faults: {} };
  } catch (error) {
    return { expr: '', faults: { matchers: toGlasspaneError(error).message } };
  }
}

function conditionOf(short: ShortDraft): { readonly condition: AlertCondition; readonly faults: RuleFaults } {
  const { reducer, aggregate, operator } = short;
  const threshold = short.threshold.trim() === '' ? Number.NaN : Number(short.threshold);
  const windowMs = parseDurationMs(short.window.trim()) ?? 0;
  const matchers = short.matchers.map(({ name, operator: test, value }) => ({
    name: name.trim(),
    operator: test,
    value,
  }));
  const by = short.by.split(',').map((name) => name.trim());
  const faults = {
    ...(short.metric.trim() === '' ? { metric: 'Choose a metric.' } : {}),
    ...(Number.isNaN(threshold) ? { threshold: 'Write a number, such as 0.05.' } : {}),
    ...(reducer !== '' && windowMs <= 0 ? { window: 'Write a duration, such as 5m or 1h30m.' } : {}),
    ...(matchers.some(({ name }) => name === '') ? { matchers: 'Give each filter a label.' } : {}),
  };
  const condition: AlertCondition = {
    metric: short.metric.trim(),
    matchers,
    operator,
    threshold,
    ...(reducer === '' ? {} : { over: { reducer, windowMs } }),
    ...(aggregate === '' ? {} : { aggregate: { operator: aggregate, by: by.filter((name) => name !== '') } }),
  };
  return { condition, faults };
}

/** Returns the rule that a draft stands for, and what is wrong with it: nothing where it can be saved. */
export function checkRuleDraft(draft: RuleDraft): CheckedRule {
  const { expr, faults } = exprOfDraft(draft);
  const forMs = durationOf(draft.for);
  const keepFiringForMs = durationOf(draft.keepFiringFor);
  const labels = recordOf(draft.labels);
  const annotations = {
    ...recordOf(draft.annotations),
    ...(draft.summary.trim() === '' ? {} : { summary: draft.summary }),
    ...(draft.runbook.trim() === '' ? {} : { runbook_url: draft.runbook.trim() }),
  };
  const rule: NewAlertRule = {
    name: draft.name.trim(),
    expr,
    severity: draft.severity,
    ...(draft.description.trim() === '' ? {} : { description: draft.description }),
    ...(forMs ? { forMs } : {}),
    ...(keepFiringForMs ? { keepFiringForMs } : {}),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    ...(draft.channels.length === 0 ? {} : { channels: draft.channels }),
    ...(draft.isPaused ? { isPaused: true } : {}),
  };
  const duration = 'Write a duration, such as 5m or 1h30m, or nothing.';
  return {
    rule,
    faults: {
      ...documentFaults(rule, draft),
      ...semanticFaults(rule),
      ...(forMs === undefined ? { for: duration } : {}),
      ...(keepFiringForMs === undefined ? { keepFiringFor: duration } : {}),
      ...(rule.name === '' ? { name: 'Give the rule a name, such as high_error_rate.' } : {}),
      ...faults,
    },
  };
}

function durationOf(text: string): number | undefined {
  return text.trim() === '' ? 0 : parseDurationMs(text.trim());
}

function documentFaults(rule: NewAlertRule, draft: RuleDraft): RuleFaults {
  const labels = faultOfPairs(draft.labels);
  const annotations = faultOfPairs(draft.annotations);
  return {
    ...labelNameFault(rule),
    ...(labels === undefined ? {} : { labels }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

function labelNameFault(rule: NewAlertRule): RuleFaults {
  try {
    parseAlertRule({ ...rule, id: 'draft' });
    return {};
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    const issue = error.issues.find(({ path }) => path.startsWith('labels'));
    return issue === undefined
      ? {}
      : { labels: `${issue.path.slice('labels'.length).replace(/^\./, '')}: ${issue.message}` };
  }
}

/** The expression and the templates, judged as the server judges them. */
function semanticFaults(rule: NewAlertRule): RuleFaults {
  const faults: Partial<Record<RuleField, string>> = {};
  if (rule.expr === '') return faults;
  for (const { field, name = '', message } of checkRule(toAlertingRule({ ...rule, id: 'draft' }))) {
    if (field === 'expr') faults.expr ??= message.charAt(0).toUpperCase() + message.slice(1);
    else if (field === 'labels') faults.labels ??= `${name}: ${message}`;
    else if (name === 'summary' || name === 'description') faults[name] ??= message;
    else if (name === 'runbook_url') faults.runbook ??= message;
    else faults.annotations ??= `${name}: ${message}`;
  }
  return faults;
}
