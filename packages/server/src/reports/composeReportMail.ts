import type { AbsoluteTimeRange, Dashboard, ExportedFile, ReportSchedule } from '@glasspane/core';
import { describeSchedule } from '@glasspane/core/report';
import type { Mail } from '../mail/Mailer.ts';
import { formatReportRange } from './formatReportRange.ts';

/** What a mail tells of. */
export interface ReportMailOptions {
  readonly schedule: ReportSchedule;
  readonly dashboard: Dashboard;
  readonly range: AbsoluteTimeRange;
  readonly file: ExportedFile;
  /** Where the dashboard is looked at. */
  readonly link?: string | undefined;
}

/** Writes the mail that carries a report. */
export function composeReportMail(options: ReportMailOptions): Omit<Mail, 'to' | 'messageId'> {
  const { schedule, dashboard, range, file, link } = options;
  const days = formatReportRange(range, schedule.timeZone);
  const why = `You get this because of the report “${schedule.name}”: ${describeSchedule(schedule)}.`;
  const what = `The attached file ${file.fileName} shows ${days} (${schedule.timeZone}).`;
  const text = [dashboard.name, what, ...(link === undefined ? [] : [`The dashboard: ${link}`]), why].join('\n\n');
  const anchor = link === undefined ? '' : `<p><a href="${escapeHtml(link)}">Open the dashboard</a></p>`;
  const html = [
    '<!doctype html><html lang="en"><body style="font-family:sans-serif;color:#1b2230">',
    `<h1 style="font-size:18px">${escapeHtml(dashboard.name)}</h1>`,
    `<p>${escapeHtml(what)}</p>${anchor}`,
    `<p style="color:#5c6675;font-size:12px">${escapeHtml(why)}</p></body></html>`,
  ].join('');
  return { subject: oneLine(`${dashboard.name} – ${days}`), text, html, attachments: [file] };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
