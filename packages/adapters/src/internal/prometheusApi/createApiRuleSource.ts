import type { AlertSource, RuleEditor, RuleSource } from '@glasspane/core';
import { filterAlerts } from '../filterAlerts.ts';
import type { ApiClient } from './ApiClient.ts';
import { decodeAlerts } from './decodeAlerts.ts';
import { decodeRules } from './decodeRules.ts';
import { asRecord } from './json.ts';

/**
 * Makes a source of rules of a client of the Prometheus HTTP API.
 *
 * @param editor - What changes them. Left out: they can only be looked at.
 */
export function createApiRuleSource(client: ApiClient, editor?: RuleEditor): RuleSource {
  return {
    async list(signal) {
      const { data } = await client.get('rules', [['type', 'alert']], signal);
      const rules = decodeRules(data);
      return editor === undefined ? rules.map((rule) => ({ ...rule, isEditable: false })) : rules;
    },
    ...(editor === undefined ? {} : { editor }),
  };
}

/** Makes a source of the alerts that Prometheus's rules raise: pending and firing ones. */
export function createApiAlertSource(client: ApiClient): AlertSource {
  return {
    async list({ matchers = [] }, signal) {
      const { data } = await client.get('alerts', [], signal);
      return filterAlerts(decodeAlerts(asRecord(data)?.alerts, 'data.alerts'), matchers);
    },
  };
}
