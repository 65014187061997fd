import {
  type AlertRule,
  type AlertRuleStatus,
  type Channel,
  parseAlertRule,
  type RuleEditor,
  type RuleSource,
} from '@glasspane/core';
import { parseExpr, printExpr } from '@glasspane/promql/syntax';
import * as z from 'zod/mini';
import { parseData, readData, type ServerApi, segment } from './ServerApi.ts';

const channelsSchema: z.ZodMiniType<readonly Channel[]> = z.array(
  z.object({ id: z.string(), types: z.array(z.string()) }),
);

/** Changes the rules that the server evaluates. */
export function createServerRuleEditor(api: ServerApi): RuleEditor {
  return {
    async list(signal) {
      const data = await api.ask({ method: 'GET', path: 'alert-rules' }, signal);
      return parseData(z.array(z.unknown()), 'list of alert rules', data).map(parseRule);
    },
    async get(id, signal) {
      return parseRule(await api.ask({ method: 'GET', path: `alert-rules/${segment(id)}` }, signal));
    },
    async create(rule, signal) {
      return parseRule(await api.ask({ method: 'POST', path: 'alert-rules', json: rule }, signal));
    },
    async update(rule, signal) {
      const path = `alert-rules/${segment(rule.id)}`;
      return parseRule(await api.ask({ method: 'PUT', path, json: rule }, signal));
    },
    async delete(id, signal) {
      await api.ask({ method: 'DELETE', path: `alert-rules/${segment(id)}` }, signal);
    },
    async channels(signal) {
      return parseData(channelsSchema, 'list of channels', await api.ask({ method: 'GET', path: 'channels' }, signal));
    },
  };
}

/**
 * The rules that the server evaluates: what Prometheus's API tells of each, and which of them can be edited.
 *
 * @param evaluated - The rules as Prometheus's API tells of them.
 */
export function createServerRules(evaluated: RuleSource, editor: RuleEditor): RuleSource {
  return {
    editor,
    async list(signal) {
      const [statuses, rules] = await Promise.all([evaluated.list(signal), editor.list(signal)]);
      const left = new Map<string, AlertRuleStatus[]>();
      for (const status of statuses) left.set(keyOf(status), [...(left.get(keyOf(status)) ?? []), status]);
      const editable = rules.map((rule) => toEditable(rule, left.get(keyOf(rule))?.shift()));
      return [...editable, ...[...left.values()].flat()];
    },
  };
}

function parseRule(data: unknown): AlertRule {
  return readData('alert rule', () => parseAlertRule(data));
}

/** Prometheus's API has no ids; it prints the expression as it was understood. */
function keyOf({ name, expr }: { readonly name: string; readonly expr: string }): string {
  return `${name}\n${normalized(expr)}`;
}

function normalized(expr: string): string {
  try {
    return printExpr(parseExpr(expr));
  } catch {
    return expr;
  }
}

/** A rule that was just made, or that is paused, is not evaluated yet. */
function toEditable(rule: AlertRule, status: AlertRuleStatus | undefined): AlertRuleStatus {
  const unevaluated: Omit<AlertRuleStatus, 'id' | 'isEditable' | 'isPaused'> = {
    group: '',
    name: rule.name,
    expr: rule.expr,
    forMs: rule.forMs ?? 0,
    keepFiringForMs: rule.keepFiringForMs ?? 0,
    labels: { ...rule.labels, severity: rule.severity },
    annotations: rule.annotations ?? {},
    state: 'inactive',
    health: 'unknown',
    alerts: [],
  };
  return { ...unevaluated, ...status, id: rule.id, isEditable: true, isPaused: rule.isPaused ?? false };
}
