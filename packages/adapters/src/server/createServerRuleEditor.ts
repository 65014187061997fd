import { type AlertRule, type Channel, parseAlertRule, type RuleEditor } from '@glasspane/core';
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

function parseRule(data: unknown): AlertRule {
  return readData('alert rule', () => parseAlertRule(data));
}
