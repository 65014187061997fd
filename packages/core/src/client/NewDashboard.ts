import type { Dashboard } from '../dashboard/Dashboard.ts';
import { DASHBOARD_SCHEMA_VERSION } from '../dashboard/migrateDashboard.ts';
import { parseDashboard } from '../dashboard/parseDashboard.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';
import { toTimeRange } from './toTimeRange.ts';

/**
 * A dashboard as a program writes it down: only what it must say; the client adds the rest.
 *
 * @public
 */
export interface NewDashboard extends Partial<Omit<Dashboard, 'name' | 'timeRange' | 'schemaVersion'>> {
  readonly name: string;
  /** A duration up to now such as `24h`, or a time range. @defaultValue the last hour */
  readonly timeRange?: TimeRange | string | undefined;
}

/**
 * What changes of a dashboard; what is left out stays as it is.
 *
 * @public
 */
export type DashboardChanges = Partial<Omit<NewDashboard, 'id'>>;

const DEFAULT_REFRESH_MS = 10_000;

/** @throws {@link InvalidDocumentError} When it is no dashboard. */
export function toDashboard({ timeRange = '1h', ...rest }: NewDashboard, id: string): Dashboard {
  return parseDashboard({
    schemaVersion: DASHBOARD_SCHEMA_VERSION,
    widgets: [],
    refreshIntervalMs: DEFAULT_REFRESH_MS,
    ...rest,
    id,
    timeRange: toTimeRange(timeRange),
  });
}

/** @throws {@link InvalidDocumentError} When it is no dashboard any more. */
export function changeDashboard(dashboard: Dashboard, { timeRange, ...changes }: DashboardChanges): Dashboard {
  return parseDashboard({
    ...dashboard,
    ...changes,
    id: dashboard.id,
    ...(timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) }),
  });
}
