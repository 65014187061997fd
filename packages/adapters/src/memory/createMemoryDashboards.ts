import { type Clock, type Dashboard, type DashboardStore, parseDashboard, type StoredDashboard } from '@glasspane/core';
import { answer } from './createQuerySource.ts';
import { missing, overtaken, taken } from './documentErrors.ts';

/** Dashboards in this process. */
export function createMemoryDashboards(clock: Clock): DashboardStore {
  const stored = new Map<string, StoredDashboard>();
  const find = (id: string): StoredDashboard => {
    const found = stored.get(id);
    if (found === undefined) throw missing('dashboard', id);
    return found;
  };
  const keep = (dashboard: Dashboard, revision: number): StoredDashboard => {
    // A copy, because the host may go on with the object that it gave.
    const kept = { dashboard: structuredClone(dashboard), revision, updatedMs: clock.now() };
    stored.set(dashboard.id, kept);
    return kept;
  };
  return {
    list: (signal) =>
      answer(signal, () => [...stored.values()].sort((a, b) => (a.dashboard.name < b.dashboard.name ? -1 : 1))),
    get: (id, signal) => answer(signal, () => find(id)),
    create: (dashboard, signal) =>
      answer(signal, () => {
        const parsed = parseDashboard(dashboard);
        if (stored.has(parsed.id)) throw taken('dashboard', parsed.id);
        return keep(parsed, 1);
      }),
    update: (dashboard, revision, signal) =>
      answer(signal, () => {
        const parsed = parseDashboard(dashboard);
        const before = find(parsed.id);
        if (before.revision !== revision) throw overtaken('dashboard', parsed.id, before.revision);
        return keep(parsed, revision + 1);
      }),
    delete: (id, signal) =>
      answer(signal, () => {
        find(id);
        stored.delete(id);
      }),
  };
}
