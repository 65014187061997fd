import type { Dashboard } from '../dashboard/Dashboard.ts';

/**
 * A dashboard as the backend keeps it.
 *
 * @public
 */
export interface StoredDashboard {
  readonly dashboard: Dashboard;
  /** Counts its changes, from 1. */
  readonly revision: number;
  /** When it was last changed, in milliseconds since the epoch. */
  readonly updatedMs: number;
}

/**
 * Dashboards that the backend keeps.
 *
 * @public
 */
export interface DashboardStore {
  /** Returns all dashboards, by name. */
  list(signal?: AbortSignal): Promise<readonly StoredDashboard[]>;
  get(id: string, signal?: AbortSignal): Promise<StoredDashboard>;
  /** Keeps a new dashboard; rejects with `conflict` when its id is taken. */
  create(dashboard: Dashboard, signal?: AbortSignal): Promise<StoredDashboard>;
  /**
   * Replaces the dashboard of that id.
   *
   * @param revision - The one that the change began from: rejects with `conflict` when there is a newer one.
   */
  update(dashboard: Dashboard, revision: number, signal?: AbortSignal): Promise<StoredDashboard>;
  delete(id: string, signal?: AbortSignal): Promise<void>;
}
