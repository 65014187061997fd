import type { AlertRuleStatus, Backend, RuleSource } from '@glasspane/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { lacksRules } from '../alerts/lacksRules.ts';
import { backendQueryKey } from '../panels/backendQueryKey.ts';
import type { DashboardStore } from './createDashboardStore.ts';

/** Props of {@link RuleWatch}. */
export interface RuleWatchProps {
  readonly backend: Backend;
  readonly rules: RuleSource;
  readonly store: DashboardStore;
}

const intervalMs = 10_000;
const noRules: readonly AlertRuleStatus[] = [];

/**
 * Asks for the alert rules while the dashboard is not paused, once for all of its widgets, and tells the store which of
 * them have alerts. It renders nothing.
 */
export function RuleWatch({ backend, rules, store }: RuleWatchProps): null {
  const isPaused = useStore(store, (state) => state.values.isPaused);
  const { data = noRules } = useQuery({
    queryKey: [...backendQueryKey(backend, 'rules'), 'list'],
    queryFn: ({ signal }) => rules.list(signal),
    refetchInterval: (query) => !isPaused && !lacksRules(query.state.error) && intervalMs,
    refetchOnWindowFocus: !isPaused,
    retry: false,
    networkMode: 'always',
  });
  useEffect(() => store.getState().setAlertRules(data.filter(({ state }) => state !== 'inactive')), [store, data]);
  useEffect(() => () => store.getState().setAlertRules(noRules), [store]);
  return null;
}
