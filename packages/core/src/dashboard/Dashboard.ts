import type { TimeRange } from '../timeRange/TimeRange.ts';
import type { Variable } from '../variables/Variable.ts';
import type { Widget } from './Widget.ts';

/**
 * A dashboard: data only, no code and no HTML. Fields that this version does not know are kept.
 *
 * @public
 */
export interface Dashboard {
  /** The version of the form: {@link DASHBOARD_SCHEMA_VERSION} after parsing. */
  readonly schemaVersion: number;
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly timeRange: TimeRange;
  /** How often the widgets ask again, in milliseconds; 0 means only when told to. */
  readonly refreshIntervalMs?: number | undefined;
  readonly variables?: readonly Variable[] | undefined;
  readonly widgets: readonly Widget[];
}
