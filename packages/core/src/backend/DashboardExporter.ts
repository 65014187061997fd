import type { ExportedFile, ExportFormat } from '../export/ExportFormat.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';
import type { VariableValues } from '../variables/Variable.ts';

/**
 * What to export of a dashboard that the backend keeps.
 *
 * @public
 */
export interface ExportRequest {
  readonly dashboardId: string;
  readonly format: ExportFormat;
  /** Left out: the dashboard's. */
  readonly timeRange?: TimeRange | undefined;
  /** Left out: the defaults. */
  readonly variables?: VariableValues | undefined;
}

/**
 * Renders dashboards that the backend keeps, on its side.
 *
 * @public
 */
export interface DashboardExporter {
  export(request: ExportRequest, signal?: AbortSignal): Promise<ExportedFile>;
}
