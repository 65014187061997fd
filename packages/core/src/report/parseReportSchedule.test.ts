import { describe, expect, it } from 'vitest';
import { reportScheduleDocument } from '../testing/documents.ts';
import { parseReportSchedule } from './parseReportSchedule.ts';

describe('parseReportSchedule', () => {
  it('gives a schedule of its own rhythm as it is', () => {
    const { timeOfDay: _, ...rest } = reportScheduleDocument;
    const document = { ...rest, frequency: 'cron', cron: '0 8 * * 1', 'x-note': 1 };
    expect(parseReportSchedule(document)).toEqual(document);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ frequency: 'hourly' }, 'frequency: expected "daily", "weekly", "monthly" or "cron", found "hourly"'],
    [{ frequency: 'cron' }, 'cron: must be there when the frequency is "cron"'],
    [{ frequency: 'cron', cron: '@daily' }, 'cron: must have five fields, such as "0 8 * * 1", found "@daily"'],
    [{ frequency: 'cron', cron: '0 8 30 2 *' }, 'cron: means a day that never comes: "0 8 30 2 *"'],
    [
      { frequency: 'cron', cron: '0 24 * * *' },
      'cron: has an hour that cannot be read: "24"; write 0 to 23, a list "a,b", a range "a-b", a step "*/n" or "a-b/n", or *',
    ],
    [{ cron: '0 8 * * 1' }, 'cron: only goes with the frequency "cron", not "daily"'],
    [{ timeOfDay: '8:00' }, 'timeOfDay: must be a time of the day such as "08:30", found "8:00"'],
    [{ timeZone: 'Mars' }, 'timeZone: "Mars" is not a time zone known here; give an IANA name such as "Europe/Berlin"'],
    [{ recipients: [] }, 'recipients: expected at least 1 entry'],
    [{ recipients: ['a b'] }, 'recipients[0]: must be an email address, found "a b"'],
  ])('says what is wrong with %j', (change, issue) => {
    expect(() => parseReportSchedule({ ...reportScheduleDocument, ...change })).toThrow(
      `Invalid report schedule:\n${issue}`,
    );
  });
});
