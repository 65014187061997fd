import type { AlertRuleStatus } from '@glasspane/core';
import { badResponse } from './badResponse.ts';
import { decodeAlerts } from './decodeAlerts.ts';
import { decodeLabels } from './decodeLabels.ts';
import { asArray, asRecord, type JsonRecord } from './json.ts';

/** A rule of Prometheus has no id: its place is one. */
interface Place {
  readonly group: string;
  readonly file: string;
  readonly at: number;
  readonly where: string;
}

/**
 * Decodes the alerting rules of an answer; recording rules are left out. A `glasspane-server` marks the rules that can be
 * edited with their ids.
 */
export function decodeRules(data: unknown): readonly AlertRuleStatus[] {
  const groups = asArray(asRecord(data)?.groups);
  if (groups === undefined) throw badResponse('data.groups is not a list of rule groups');
  return groups.flatMap((group, groupAt) => {
    const where = `data.groups[${groupAt}]`;
    const record = asRecord(group);
    const rules = asArray(record?.rules);
    if (record === undefined || rules === undefined) throw badResponse(`${where} has no list of rules`);
    return rules.flatMap((rule, at) =>
      decodeRule(rule, { group: text(record.name), file: text(record.file), at, where: `${where}.rules[${at}]` }),
    );
  });
}

function decodeRule(value: unknown, { group, file, at, where }: Place): readonly AlertRuleStatus[] {
  const rule = asRecord(value);
  if (rule === undefined) throw badResponse(`${where} is not a rule`);
  if (rule.type !== 'alerting') return [];
  const { name, query } = rule;
  if (typeof name !== 'string' || typeof query !== 'string') throw badResponse(`${where} has no name or no query`);
  const mark = asRecord(rule.glasspane);
  const lastError = text(rule.lastError);
  const lastEvaluationMs = Date.parse(text(rule.lastEvaluation));
  return [
    {
      id: typeof mark?.id === 'string' ? mark.id : JSON.stringify([file, group, at, name]),
      group,
      name,
      expr: query,
      forMs: millisecondsOf(rule, 'duration'),
      keepFiringForMs: millisecondsOf(rule, 'keepFiringFor'),
      labels: decodeLabels(rule.labels ?? {}, `${where}.labels`),
      annotations: decodeLabels(rule.annotations ?? {}, `${where}.annotations`),
      state: rule.state === 'firing' || rule.state === 'pending' ? rule.state : 'inactive',
      health: rule.health === 'ok' ? 'ok' : rule.health === 'err' ? 'error' : 'unknown',
      ...(lastError === '' ? {} : { lastError }),
      // Before the first evaluation it is the year 1.
      ...(lastEvaluationMs > 0 ? { lastEvaluationMs } : {}),
      alerts: decodeAlerts(rule.alerts, `${where}.alerts`),
      isEditable: typeof mark?.id === 'string',
      isPaused: mark?.isPaused === true,
    },
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function millisecondsOf(rule: JsonRecord, field: string): number {
  const seconds = rule[field];
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : 0;
}
