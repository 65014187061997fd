import type { AlertSource, RuleSource } from '@glasspane/core';
import { filterAlerts } from '../filterAlerts.ts';
import type { ApiClient } from './ApiClient.ts';
import { decodeAlerts } from './decodeAlerts.ts';
import { decodeRules } from './decodeRules.ts';
import { asRecord } from './json.ts';

/** Makes a source of rules, which can only be looked at, of a client of the Prometheus HTTP API. */
export function createApiRuleSource(client: ApiClient): RuleSource {
  return {
    async list(signal) {
      const { data } = await client.get('rules', [['type', 'alert']], signal);
      return decodeRules(data);
    },
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
