import {
  CancelledError,
  type DashboardStore,
  GlasspaneError,
  resolveTimeRange,
  type StoredDashboard,
} from '@glasspane/core';
import type { ReportRenderer } from '../export/ReportRenderer.ts';
import type { Mailer } from '../mail/Mailer.ts';
import { composeReportMail } from './composeReportMail.ts';
import type { StoredRun } from './ReportDocuments.ts';

/** What a {@link ReportSender} works with. */
export interface ReportSenderOptions {
  readonly dashboards: Pick<DashboardStore, 'get'>;
  readonly renderer: ReportRenderer;
  /** Left out: mail is not set up. */
  readonly mailer?: Mailer | undefined;
  /** Where a dashboard is looked at, with `{id}` for its id. Left out: mails have no link. */
  readonly dashboardUrl?: string | undefined;
}

/** Makes the file of a run and mails it. */
export class ReportSender {
  readonly #options: ReportSenderOptions;

  constructor(options: ReportSenderOptions) {
    this.#options = options;
  }

  /** Says why no report can be sent at all, and what to do; nothing where they can. */
  get problem(): string | undefined {
    return this.#options.mailer === undefined ? NO_MAIL : undefined;
  }

  /**
   * Sends a report once.
   *
   * @returns the size of its file, in bytes.
   * @throws When it was not sent, and why.
   */
  async send({ run, schedule, messageId }: StoredRun, signal: AbortSignal): Promise<number> {
    const { renderer, mailer, dashboardUrl } = this.#options;
    if (mailer === undefined) throw new GlasspaneError('unsupported', NO_MAIL);
    const { dashboard } = await this.#dashboard(schedule.dashboardId);
    const { timeZone, format, variables } = schedule;
    // As it would have been on time: a later try tells of the same days.
    const range = resolveTimeRange(schedule.timeRange ?? dashboard.timeRange, run.slotMs, timeZone);
    const timeRange = { from: new Date(range.startMs).toISOString(), to: new Date(range.endMs).toISOString() };
    const file = await renderer.render({ dashboard, format, timeRange, variables, timeZone, signal });
    if (signal.aborted) throw new CancelledError(signal.reason);
    const link = dashboardUrl?.replaceAll('{id}', encodeURIComponent(dashboard.id));
    const content = composeReportMail({ schedule, dashboard, range, file, link });
    await mailer.send({ ...content, to: run.recipients, messageId });
    return file.bytes.length;
  }

  async #dashboard(id: string): Promise<StoredDashboard> {
    try {
      return await this.#options.dashboards.get(id);
    } catch (cause) {
      if (!(cause instanceof GlasspaneError) || cause.code !== 'not_found') throw cause;
      throw new GlasspaneError(
        'not_found',
        `The dashboard ${JSON.stringify(id)} does not exist; choose another one for this report, or delete the report.`,
        { cause },
      );
    }
  }
}

const NO_MAIL =
  'Mail is not set up, so no report can be sent: give smtp_smarthost and smtp_from under alertmanager.global in the configuration file, and start the server again.';
