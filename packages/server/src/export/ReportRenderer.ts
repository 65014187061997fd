import type { Dashboard, ExportedFile, ExportFormat, TimeRange, VariableValues } from '@glasspane/core';

/** What a rendering is asked for. */
export interface ReportRequest {
  readonly dashboard: Dashboard;
  readonly format: ExportFormat;
  /**
   * The time to look at.
   *
   * @defaultValue the dashboard's own
   */
  readonly timeRange?: TimeRange | undefined;
  /** Values that replace the defaults of the dashboard's variables, by name. */
  readonly variables?: VariableValues | undefined;
  /** The time zone of clock times in the file. Without one: the dashboard's, then UTC. */
  readonly timeZone?: string | undefined;
  /** Ends the work: the rendering rejects with a `CancelledError`. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes files of dashboards, in this process and without a browser. */
export interface ReportRenderer {
  /**
   * Renders a dashboard into a file.
   *
   * Renderings run one after another. A widget whose query fails, or that has no data, says so in the file.
   *
   * @throws {@link GlasspaneError} When too many renderings wait already, or the document or the range is no good.
   */
  render(request: ReportRequest): Promise<ExportedFile>;
}
