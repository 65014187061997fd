import type { Backend, DashboardStore } from '@glasspane/core';
import { silent, unreachable } from '../fakes/faults.ts';
import { InMemoryReports } from '../fakes/InMemoryReports.ts';
import { sampleRuns, sampleSchedules } from '../fakes/sampleReports.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const { metrics } = sampleBackend;
const names = { sales: 'Sales', 'llm-costs': 'LLM cost', agents: 'Agents' };

const dashboards: DashboardStore = {
  ...unreachable<DashboardStore>(),
  list: async () =>
    Object.entries(names).map(([id, name]) => ({
      dashboard: { schemaVersion: 1, id, name, timeRange: { from: 'now-1h', to: 'now' }, widgets: [] },
      revision: 1,
      updatedMs: sampleClock.now(),
    })),
};

let made = 0;

/** Returns a backend whose reports are in memory, and those reports; each call starts anew. */
export function reportsBackend(
  schedules: typeof sampleSchedules = sampleSchedules,
  problem?: string | undefined,
): { readonly backend: Backend; readonly reports: InMemoryReports } {
  const reports = new InMemoryReports(sampleClock, schedules, sampleRuns(sampleClock.now()));
  reports.problem = problem;
  made += 1;
  return { backend: { id: `reports-${made}`, metrics, dashboards, reports: reports.store }, reports };
}

export const unreachableReports: Backend = { id: 'reports-unreachable', metrics, reports: unreachable() };

export const silentReports: Backend = { id: 'reports-silent', metrics, reports: silent() };

export const withoutReports: Backend = { id: 'reports-none', metrics };

/** A backend that has reports, but keeps no dashboards. */
export function reportsWithoutDashboards(): Backend {
  const { backend } = reportsBackend();
  const { dashboards: _, ...rest } = backend;
  return rest;
}
