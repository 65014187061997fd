import type { Alert, Backend, Matcher } from '@glasspane/core';
import { type UseBackendQueryResult, useBackendQuery } from '../panels/useBackendQuery.ts';
import { matchesLabels } from './matchesLabels.ts';

/** Asks for the alerts of a backend: those of its alert manager, else those of its rules. */
export function useAlerts(
  backend: Backend,
  matchers: readonly Matcher[],
  isEnabled = true,
): UseBackendQueryResult<readonly Alert[]> {
  return useBackendQuery({
    backend,
    topic: 'alerts',
    args: [matchers],
    isEnabled,
    ask: (signal) => listAlerts(backend, matchers, signal),
  });
}

async function listAlerts(
  { alerts, rules }: Backend,
  matchers: readonly Matcher[],
  signal: AbortSignal,
): Promise<readonly Alert[]> {
  if (alerts !== undefined) return alerts.list({ matchers }, signal);
  const statuses = (await rules?.list(signal)) ?? [];
  return statuses.flatMap((status) => status.alerts).filter(({ labels }) => matchesLabels(labels, matchers));
}
