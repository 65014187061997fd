import { type Alert, type AlertRuleStatus, type Backend, type Matcher, toGlasspaneError } from '@glasspane/core';
import { type BackendQueryState, type UseBackendQueryResult, useBackendQuery } from '../panels/useBackendQuery.ts';
import { lacksRules } from './lacksRules.ts';
import { matchesLabels } from './matchesLabels.ts';

/**
 * Asks for the alerts of a backend: those of its alert manager and, because not every alert manager knows them, the
 * pending ones of its rules. Without an alert manager: those of its rules.
 */
export function useAlerts(
  backend: Backend,
  matchers: readonly Matcher[],
  isEnabled = true,
): UseBackendQueryResult<readonly Alert[]> {
  const { alerts, rules } = backend;
  const told = useBackendQuery({
    backend,
    topic: 'alerts',
    args: [matchers],
    isEnabled: isEnabled && alerts !== undefined,
    ask: async (signal) => (await alerts?.list({ matchers }, signal)) ?? [],
  });
  const raised = useBackendQuery({
    backend,
    topic: 'rules',
    args: ['list'],
    isEnabled: isEnabled && rules !== undefined,
    // What the alert manager knows is no less for it.
    isFinal: alerts === undefined ? undefined : lacksRules,
    ask: async (signal) => (await rules?.list(signal)) ?? [],
  });
  const ofManager = alerts === undefined ? undefined : told.state;
  const ofRules = rules === undefined ? undefined : raised.state;
  return {
    state: joinAlerts(ofManager, ofRules, matchers),
    refetch() {
      if (alerts !== undefined) told.refetch();
      if (rules !== undefined) raised.refetch();
    },
  };
}

type AlertsState = BackendQueryState<readonly Alert[]>;
type RulesState = BackendQueryState<readonly AlertRuleStatus[]>;

function joinAlerts(
  told: AlertsState | undefined,
  raised: RulesState | undefined,
  matchers: readonly Matcher[],
): AlertsState {
  if (raised === undefined) return told ?? { status: 'loading' };
  const ofRules = alertsOf(raised, matchers);
  if (told === undefined) return ofRules;
  if (told.status !== 'ready' || (ofRules.status === 'error' && lacksRules(ofRules.error))) return told;
  // What fires is shown at once; that there is nothing is said once the rules were asked too.
  if (ofRules.status === 'loading') return told.data.length > 0 ? told : ofRules;
  if (ofRules.status === 'error') return { ...told, refreshError: told.refreshError ?? ofRules.error };
  const known = new Set(told.data.map(({ fingerprint }) => fingerprint));
  const pending = ofRules.data.filter(
    // Two rules may give one alert.
    ({ state, fingerprint }) => state === 'pending' && !known.has(fingerprint) && known.add(fingerprint),
  );
  return { ...told, data: [...told.data, ...pending], refreshError: told.refreshError ?? ofRules.refreshError };
}

function alertsOf(raised: RulesState, matchers: readonly Matcher[]): AlertsState {
  if (raised.status !== 'ready') return raised;
  try {
    const alerts = raised.data.flatMap((status) => status.alerts);
    return { ...raised, data: alerts.filter(({ labels }) => matchesLabels(labels, matchers)) };
  } catch (error) {
    return { status: 'error', error: toGlasspaneError(error), isRetrying: false };
  }
}
