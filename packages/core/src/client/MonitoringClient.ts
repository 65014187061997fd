import type { AlertRule } from '../alerting/AlertRule.ts';
import type { Backend } from '../backend/Backend.ts';
import type { DashboardStore, StoredDashboard } from '../backend/DashboardStore.ts';
import type { ScheduledReport } from '../backend/ReportStore.ts';
import type { Channel } from '../backend/RuleSource.ts';
import type { Clock } from '../clock/Clock.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import type { ExportedFile } from '../export/ExportFormat.ts';
import type { MetricDescriptor } from '../metric/MetricDescriptor.ts';
import type { ReportRun } from '../report/ReportRun.ts';
import { DashboardHandle, type ExportOptions } from './DashboardHandle.ts';
import { MetricRecorder, type RecordOptions } from './MetricRecorder.ts';
import { type DashboardChanges, type NewDashboard, toDashboard } from './NewDashboard.ts';
import { type NewMetric, toMetricDescriptor } from './NewMetric.ts';
import { changeReportSchedule, type ReportChanges } from './NewReport.ts';
import type { NewRule, RuleChanges } from './NewRule.ts';
import { type RecordedSample, toMetricSample } from './RecordedSample.ts';
import { requireCapability, requireRuleEditor } from './requireCapability.ts';
import { freeSlug, slugOf } from './slug.ts';
import { changeAlertRule, toNewAlertRule } from './toAlertRule.ts';

/**
 * Options of a {@link MonitoringClient}.
 *
 * @public
 */
export interface MonitoringClientOptions extends RecordOptions {
  /** What stands behind the client. */
  readonly backend: Backend;
  /** The time and timers of recording. */
  readonly clock: Clock;
}

const MAX_TRIES = 5;

/**
 * What a program does with Glasspane, call by call, over any backend: dashboards and their widgets, metrics, alert rules,
 * exports and scheduled reports.
 *
 * A call that needs something that the backend lacks rejects with a {@link GlasspaneError} `unsupported` that says which
 * capability it is. This client has no clock and no network of its own; `@glasspane/adapters/client` has one that brings
 * both.
 *
 * @public
 */
export class MonitoringClient {
  /** What stands behind the client: also for what it has no call for. */
  readonly backend: Backend;
  readonly #clock: Clock;
  readonly #recorder: MetricRecorder;
  /** The labels of the metrics that this client created. */
  readonly #labels = new Map<string, readonly string[] | undefined>();

  constructor({ backend, clock, ...options }: MonitoringClientOptions) {
    this.backend = backend;
    this.#clock = clock;
    this.#recorder = new MetricRecorder(() => requireCapability(backend, 'sink'), clock, options);
  }

  /**
   * Makes a dashboard. Its id is made of its name where none is given: `system-overview`, and `system-overview-2` when
   * that is taken.
   *
   * @throws {@link GlasspaneError} `conflict` when the given id is taken.
   * @throws {@link InvalidDocumentError} When it is no dashboard.
   */
  async createDashboard(dashboard: NewDashboard, signal?: AbortSignal): Promise<DashboardHandle> {
    const store = requireCapability(this.backend, 'dashboards');
    const stored =
      dashboard.id === undefined
        ? await createUnderFreeId(store, dashboard, signal)
        : await store.create(toDashboard(dashboard, dashboard.id), signal);
    return new DashboardHandle(this.backend, stored);
  }

  /** @throws {@link GlasspaneError} `not_found` when there is none of that id. */
  async getDashboard(id: string, signal?: AbortSignal): Promise<DashboardHandle> {
    return new DashboardHandle(this.backend, await requireCapability(this.backend, 'dashboards').get(id, signal));
  }

  /** Returns all dashboards, by name. */
  async listDashboards(signal?: AbortSignal): Promise<readonly DashboardHandle[]> {
    const all = await requireCapability(this.backend, 'dashboards').list(signal);
    return all.map((stored) => new DashboardHandle(this.backend, stored));
  }

  async updateDashboard(id: string, changes: DashboardChanges, signal?: AbortSignal): Promise<DashboardHandle> {
    const handle = await this.getDashboard(id, signal);
    await handle.update(changes, signal);
    return handle;
  }

  async deleteDashboard(id: string, signal?: AbortSignal): Promise<void> {
    await requireCapability(this.backend, 'dashboards').delete(id, signal);
  }

  /** Renders a dashboard on the backend's side, as {@link DashboardHandle.export} does. */
  async exportDashboard(id: string, options: ExportOptions, signal?: AbortSignal): Promise<ExportedFile> {
    return (await this.getDashboard(id, signal)).export(options, signal);
  }

  /**
   * Makes a metric known, or changes what is known of it.
   *
   * @throws {@link InvalidDocumentError} When its name, type or labels are wrong.
   */
  async createMetric(metric: NewMetric, signal?: AbortSignal): Promise<MetricDescriptor> {
    const descriptor = toMetricDescriptor(metric);
    await requireCapability(this.backend, 'sink').define(descriptor, signal);
    this.#labels.set(descriptor.name, descriptor.labels);
    return descriptor;
  }

  /** Returns the metrics that the backend knows, by name. */
  listMetrics(signal?: AbortSignal): Promise<readonly MetricDescriptor[]> {
    return this.backend.metrics.metadata({}, signal);
  }

  /**
   * Records a value. Returns at once and never throws: samples are sent in batches, and again while the backend is away.
   *
   * @returns a promise that may be ignored, also when it rejects. It resolves once the backend has the sample, and
   * rejects with a {@link RecordError} when the call was wrong or the sample is lost; `onError` and {@link flush} tell
   * the same.
   */
  recordMetric(recorded: RecordedSample): Promise<void> {
    return this.#recorder.record(() => toMetricSample(recorded, (name) => this.#labels.get(name), this.#clock.now()));
  }

  /**
   * Sends what was recorded, now.
   *
   * @throws {@link RecordError} With everything that went wrong with recording since the last flush. What the backend
   * could not take because it is away is kept and sent later.
   */
  flush(): Promise<void> {
    return this.#recorder.flush();
  }

  /**
   * Sends what was recorded, and ends recording and its timers.
   *
   * @throws {@link RecordError} With what is lost.
   */
  close(): Promise<void> {
    return this.#recorder.close();
  }

  /**
   * Makes an alert rule.
   *
   * @throws {@link GlasspaneError} `bad_query` when its condition is no PromQL; `invalid` when something else is wrong.
   *
   * @example
   * ```ts
   * await client.createAlertRule({ name: 'high_error_rate', condition: 'error_rate > 0.05', duration: '5m', severity: 'critical' });
   * await client.createAlertRule({ metric: 'queue_length', operator: '>', threshold: 100, duration: '10m' });
   * ```
   */
  async createAlertRule(rule: NewRule, signal?: AbortSignal): Promise<AlertRule> {
    return requireRuleEditor(this.backend).create(toNewAlertRule(rule), signal);
  }

  async getAlertRule(id: string, signal?: AbortSignal): Promise<AlertRule> {
    return requireRuleEditor(this.backend).get(id, signal);
  }

  async listAlertRules(signal?: AbortSignal): Promise<readonly AlertRule[]> {
    return requireRuleEditor(this.backend).list(signal);
  }

  async updateAlertRule(id: string, changes: RuleChanges, signal?: AbortSignal): Promise<AlertRule> {
    const editor = requireRuleEditor(this.backend);
    return editor.update(changeAlertRule(await editor.get(id, signal), changes), signal);
  }

  async deleteAlertRule(id: string, signal?: AbortSignal): Promise<void> {
    await requireRuleEditor(this.backend).delete(id, signal);
  }

  /** Returns the channels that an alert rule may name. */
  async listChannels(signal?: AbortSignal): Promise<readonly Channel[]> {
    return requireRuleEditor(this.backend).channels(signal);
  }

  /** Returns the scheduled reports of all dashboards, by name. */
  async listReports(signal?: AbortSignal): Promise<readonly ScheduledReport[]> {
    return requireCapability(this.backend, 'reports').list(signal);
  }

  async getReport(id: string, signal?: AbortSignal): Promise<ScheduledReport> {
    return requireCapability(this.backend, 'reports').get(id, signal);
  }

  async updateReport(id: string, changes: ReportChanges, signal?: AbortSignal): Promise<ScheduledReport> {
    const reports = requireCapability(this.backend, 'reports');
    const { schedule } = await reports.get(id, signal);
    return reports.update(changeReportSchedule(schedule, changes), signal);
  }

  async deleteReport(id: string, signal?: AbortSignal): Promise<void> {
    await requireCapability(this.backend, 'reports').delete(id, signal);
  }

  /** Sends a scheduled report now, besides its schedule; returns once the backend has taken it on. */
  async sendReportNow(id: string, signal?: AbortSignal): Promise<ReportRun> {
    return requireCapability(this.backend, 'reports').sendNow(id, signal);
  }

  /** Returns what was sent of a scheduled report, the newest first. */
  async listReportRuns(id: string, signal?: AbortSignal): Promise<readonly ReportRun[]> {
    return requireCapability(this.backend, 'reports').runs(id, signal);
  }
}

/** Others make dashboards too, so the store has the last word on which id is free. */
async function createUnderFreeId(
  store: DashboardStore,
  dashboard: NewDashboard,
  signal: AbortSignal | undefined,
): Promise<StoredDashboard> {
  const slug = slugOf(dashboard.name ?? '', 'dashboard');
  let id = slug;
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.create(toDashboard(dashboard, id), signal);
    } catch (thrown) {
      if (toGlasspaneError(thrown).code !== 'conflict' || tries === MAX_TRIES) throw thrown;
      const taken = await store.list(signal);
      id = freeSlug(slug, new Set(taken.map((stored) => stored.dashboard.id)));
    }
  }
}
