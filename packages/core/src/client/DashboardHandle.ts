import type { Backend } from '../backend/Backend.ts';
import type { ExportRequest } from '../backend/DashboardExporter.ts';
import type { StoredDashboard } from '../backend/DashboardStore.ts';
import type { ScheduledReport } from '../backend/ReportStore.ts';
import type { Dashboard } from '../dashboard/Dashboard.ts';
import { parseWidget } from '../dashboard/parseDashboard.ts';
import type { Widget } from '../dashboard/Widget.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import type { ExportedFile } from '../export/ExportFormat.ts';
import { changeDashboard, type DashboardChanges } from './NewDashboard.ts';
import { type NewReport, toNewReportSchedule } from './NewReport.ts';
import type { NewWidget } from './NewWidget.ts';
import { requireCapability } from './requireCapability.ts';
import { toTimeRange } from './toTimeRange.ts';
import { queriesOf, toWidget, widgetTypeOf } from './toWidget.ts';

/**
 * What to export, and how.
 *
 * @public
 */
export interface ExportOptions extends Pick<ExportRequest, 'format' | 'variables'> {
  /** A duration up to now such as `24h`, or a time range. @defaultValue the dashboard's */
  readonly timeRange?: ExportRequest['timeRange'] | string;
}

/**
 * What changes of a widget; what is left out stays as it is. A new `metric` or `expr` replaces the queries.
 *
 * @public
 */
export type WidgetChanges = Partial<Omit<NewWidget, 'id'>>;

const MAX_TRIES = 5;

/**
 * A dashboard that a backend keeps, and what can be done with it.
 *
 * Changes are made one after the other, each on the newest revision: one that somebody else changed meanwhile is read
 * again and changed once more.
 *
 * @public
 */
export class DashboardHandle {
  readonly #backend: Backend;
  #stored: StoredDashboard;
  #last: Promise<unknown> = Promise.resolve();

  /** @internal */
  constructor(backend: Backend, stored: StoredDashboard) {
    this.#backend = backend;
    this.#stored = stored;
  }

  get id(): string {
    return this.#stored.dashboard.id;
  }

  /** The dashboard as it was last read or changed by this handle. */
  get dashboard(): Dashboard {
    return this.#stored.dashboard;
  }

  /** Counts the changes of {@link dashboard}, from 1. */
  get revision(): number {
    return this.#stored.revision;
  }

  /** Reads the dashboard again. */
  async refresh(signal?: AbortSignal): Promise<Dashboard> {
    this.#stored = await requireCapability(this.#backend, 'dashboards').get(this.id, signal);
    return this.dashboard;
  }

  /** Changes the dashboard itself: its name, time range, variables … */
  update(changes: DashboardChanges, signal?: AbortSignal): Promise<Dashboard> {
    return this.#change((dashboard) => changeDashboard(dashboard, changes), signal);
  }

  /**
   * Adds a widget, and returns it as it stands on the dashboard.
   *
   * @throws {@link InvalidDocumentError} When it is no widget.
   *
   * @example
   * ```ts
   * await dashboard.addWidget({ type: 'line_chart', title: 'API Usage', metric: 'api_calls', timeRange: '24h' });
   * ```
   */
  async addWidget(widget: NewWidget, signal?: AbortSignal): Promise<Widget> {
    const queries = await queriesOf(widget, this.#backend.metrics);
    const changed = await this.#change((dashboard) => {
      if (dashboard.widgets.some(({ id }) => id === widget.id)) {
        throw new GlasspaneError(
          'conflict',
          `The dashboard has a widget "${widget.id}": use updateWidget, or another id.`,
        );
      }
      return { ...dashboard, widgets: [...dashboard.widgets, toWidget(widget, queries, dashboard)] };
    }, signal);
    return changed.widgets.at(-1) as Widget;
  }

  /** Changes a widget, and returns it. */
  async updateWidget(id: string, changes: WidgetChanges, signal?: AbortSignal): Promise<Widget> {
    const { metric, expr, timeRange, layout, ...rest } = changes;
    const isAskingAnew = metric !== undefined || expr !== undefined || changes.queries !== undefined;
    const asked = isAskingAnew
      ? { queries: await queriesOf({ type: '', title: id, ...changes }, this.#backend.metrics) }
      : {};
    const changed = await this.#change(
      replaceWidget(id, (widget) => [
        parseWidget({
          ...widget,
          ...rest,
          ...asked,
          id,
          ...(rest.type === undefined ? {} : { type: widgetTypeOf(rest.type) }),
          layout: { ...widget.layout, ...layout },
          ...(timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) }),
        }),
      ]),
      signal,
    );
    return changed.widgets.find((widget) => widget.id === id) as Widget;
  }

  async removeWidget(id: string, signal?: AbortSignal): Promise<void> {
    await this.#change(
      replaceWidget(id, () => []),
      signal,
    );
  }

  /** Renders the dashboard on the backend's side: as a PDF, an image, or its data. */
  async export({ timeRange, ...options }: ExportOptions, signal?: AbortSignal): Promise<ExportedFile> {
    const range = timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) };
    const exporter = requireCapability(this.#backend, 'exporter');
    return exporter.export({ ...options, ...range, dashboardId: this.id }, signal);
  }

  /**
   * Has the dashboard sent by email again and again; in UTC where no time zone is given.
   *
   * @throws {@link InvalidDocumentError} When the schedule cannot be kept.
   */
  async scheduleReport(report: NewReport, signal?: AbortSignal): Promise<ScheduledReport> {
    const reports = requireCapability(this.#backend, 'reports');
    return reports.create(toNewReportSchedule(report, this.dashboard), signal);
  }

  /** Returns the scheduled reports of this dashboard. */
  async listReports(signal?: AbortSignal): Promise<readonly ScheduledReport[]> {
    const all = await requireCapability(this.#backend, 'reports').list(signal);
    return all.filter(({ schedule }) => schedule.dashboardId === this.id);
  }

  /** Deletes the dashboard. */
  async delete(signal?: AbortSignal): Promise<void> {
    await requireCapability(this.#backend, 'dashboards').delete(this.id, signal);
  }

  #change(change: (dashboard: Dashboard) => Dashboard, signal: AbortSignal | undefined): Promise<Dashboard> {
    const run = this.#last.then(() => this.#changeNow(change, signal));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #changeNow(change: (dashboard: Dashboard) => Dashboard, signal: AbortSignal | undefined): Promise<Dashboard> {
    const store = requireCapability(this.#backend, 'dashboards');
    for (let tries = 1; ; tries += 1) {
      const changed = change(this.dashboard);
      try {
        this.#stored = await store.update(changed, this.revision, signal);
        return this.dashboard;
      } catch (thrown) {
        if (toGlasspaneError(thrown).code !== 'conflict' || tries === MAX_TRIES) throw thrown;
        await this.refresh(signal);
      }
    }
  }
}

function replaceWidget(
  id: string,
  replace: (widget: Widget) => readonly Widget[],
): (dashboard: Dashboard) => Dashboard {
  return (dashboard) => {
    if (!dashboard.widgets.some((widget) => widget.id === id)) {
      const known = dashboard.widgets.map((widget) => `"${widget.id}"`).join(', ') || 'none';
      throw new GlasspaneError('not_found', `The dashboard "${dashboard.id}" has no widget "${id}"; it has ${known}.`);
    }
    return {
      ...dashboard,
      widgets: dashboard.widgets.flatMap((widget) => (widget.id === id ? replace(widget) : [widget])),
    };
  };
}
