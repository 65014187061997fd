import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { type Report, semanticCheck } from '../document/semanticChecks.ts';
import { textMatching } from '../document/textMatching.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import { timeRangeSchema } from '../timeRange/timeRangeSchema.ts';
import { ZonedCalendar } from '../timeRange/ZonedCalendar.ts';
import { variableValueSchema } from '../variables/variableSchema.ts';
import { parseCron } from './parseCron.ts';
import type { ReportSchedule } from './ReportSchedule.ts';

const timeZone = z.string().check(
  semanticCheck((name, report) => {
    try {
      new ZonedCalendar(name);
    } catch {
      report([], `"${name}" is not a time zone known here; give an IANA name such as "Europe/Berlin"`);
    }
  }),
);

const fiveFields = /^\S+(?: \S+){4}$/;
const cron = textMatching(fiveFields, 'must have five fields, such as "0 8 * * 1"').check(
  semanticCheck((text, report) => {
    if (!fiveFields.test(text)) return;
    try {
      parseCron(text);
    } catch (error) {
      report([], toGlasspaneError(error).message);
    }
  }),
);

/** The form of a {@link ReportSchedule}. */
export const reportScheduleSchema: z.ZodMiniType<ReportSchedule> = z
  .looseObject({
    id: z.string().check(z.minLength(1)),
    name: z.string().check(z.minLength(1)),
    dashboardId: z.string().check(z.minLength(1)),
    frequency: z.enum(['daily', 'weekly', 'monthly', 'cron']),
    cron: z.optional(cron),
    timeOfDay: z.optional(
      textMatching(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time of the day such as "08:30"'),
    ),
    timeZone,
    format: z.enum(['pdf', 'png', 'csv', 'json']),
    recipients: z.array(textMatching(/^[^\s@]+@[^\s@]+$/, 'must be an email address')).check(z.minLength(1)),
    timeRange: z.optional(timeRangeSchema),
    variables: z.optional(z.record(z.string(), variableValueSchema)),
    isPaused: z.optional(z.boolean()),
  })
  .check(semanticCheck(checkCron));

function checkCron({ frequency, cron }: ReportSchedule, report: Report): void {
  if (frequency === 'cron' && cron === undefined) report(['cron'], 'must be there when the frequency is "cron"');
  if (frequency !== 'cron' && cron !== undefined)
    report(['cron'], `only goes with the frequency "cron", not "${frequency}"`);
}

/**
 * Returns a report schedule from a parsed JSON document.
 *
 * @throws {@link InvalidDocumentError} When it is none.
 * @public
 */
export function parseReportSchedule(input: unknown): ReportSchedule {
  return parseWith(reportScheduleSchema, 'report schedule', input);
}
