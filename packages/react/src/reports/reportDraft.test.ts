import { describe, expect, it } from 'vitest';
import { rangeChoices, readDraft, toDraft } from './reportDraft.ts';

const draft = {
  ...toDraft({}, 'Europe/Berlin'),
  name: ' Morning ',
  dashboardId: 'sales',
  recipients: 'a@example.com; b@example.com\nc@example.com,',
};
const schedule = {
  name: 'Morning',
  dashboardId: 'sales',
  frequency: 'daily',
  timeOfDay: '08:00',
  timeZone: 'Europe/Berlin',
  format: 'pdf',
  recipients: ['a@example.com', 'b@example.com', 'c@example.com'],
};

describe('readDraft', () => {
  it('gives a new schedule without an id', () => {
    expect(readDraft(draft, {})).toEqual({ schedule });
  });

  it('keeps what the form does not know of a schedule, and leaves out what its rhythm has no use for', () => {
    const base = { id: 's', isPaused: true, variables: { host: 'a' }, timeOfDay: '09:00', 'x-note': 1 };
    const changed = { ...draft, frequency: 'cron' as const, cron: ' 0  8 * * 1 ' };
    const { timeOfDay: _, ...rest } = schedule;
    expect(readDraft(changed, base)).toEqual({
      schedule: {
        ...rest,
        id: 's',
        isPaused: true,
        variables: { host: 'a' },
        'x-note': 1,
        frequency: 'cron',
        cron: '0 8 * * 1',
      },
    });
  });

  it('says what is wrong at each field', () => {
    const faulty = { ...toDraft({}, 'Mars'), timeOfDay: '', recipients: 'a@example.com nobody' };
    expect(readDraft(faulty, {})).toEqual({
      faults: {
        name: 'Give the report a name.',
        dashboardId: 'Choose a dashboard.',
        timeOfDay: 'Write a time of the day, such as 08:30.',
        timeZone: '"Mars" is not a time zone known here; give an IANA name such as "Europe/Berlin"',
        recipients: '“nobody” is not an email address.',
      },
    });
    expect(readDraft({ ...draft, frequency: 'cron', cron: '0 8 30 2 *', recipients: '' }, {})).toEqual({
      faults: { cron: 'Means a day that never comes: "0 8 30 2 *"', recipients: 'Give at least one email address.' },
    });
  });

  it('takes a time range, one of its own included', () => {
    const timeRange = { from: '2026-01-01', to: '2026-01-31' };
    const read = readDraft({ ...draft, timeRange: toDraft({ timeRange }, '').timeRange }, { timeRange });
    expect(read).toMatchObject({ schedule: { timeRange } });
    expect(rangeChoices({ timeRange })[1]?.[1]).toBe('2026-01-01 – 2026-01-31');
    expect(rangeChoices({ timeRange: { from: 'now-1d/d', to: 'now-1d/d' } })).toHaveLength(rangeChoices({}).length);
  });
});
