import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, type Dashboard, GlasspaneError, type ReportRun, type ReportSchedule } from '@glasspane/core';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import { createDashboardStore } from '../dashboards/createDashboardStore.ts';
import type { DocumentChange } from '../documents/DocumentStore.ts';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import type { ReportRequest } from '../export/ReportRenderer.ts';
import { createLogger } from '../log/createLogger.ts';
import { MailError } from '../mail/MailError.ts';
import type { Mail } from '../mail/Mailer.ts';
import type { ServerPart } from '../parts/ServerPart.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createReportsPart } from './createReportsPart.ts';

const log = createLogger('silent', () => undefined);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const startMs = Date.parse('2026-11-24T06:30Z');
const dashboard: Dashboard = {
  schemaVersion: 1,
  id: 'sales',
  name: 'Sales & <more>',
  timeRange: { from: 'now-1d/d', to: 'now-1d/d' },
  widgets: [],
};
const morning = {
  name: 'Morning',
  dashboardId: 'sales',
  frequency: 'daily',
  timeZone: 'Europe/Berlin',
  format: 'pdf',
  recipients: ['a@example.com', 'b@example.com'],
} as const;

let folder: string;
let database: Database;
let documents: DuckDbDocuments;
let clock: FakeClock;
let part: ServerPart;
let app: Hono;
let hasMail: boolean;
let rendered: ReportRequest[];
let mails: Mail[];
/** What stands in the way of mail and rendering. */
let sendMail: (mail: Mail) => Promise<void>;
let render: (request: ReportRequest) => Promise<void>;
let diskFault: (changes: readonly DocumentChange[]) => boolean;

const applyUnlessFaulty = (changes: readonly DocumentChange[]) =>
  diskFault(changes)
    ? Promise.reject(new GlasspaneError('unavailable', 'The disk is full.'))
    : documents.apply(changes);
const isBegun = (value: unknown): boolean => (value as { run: ReportRun } | undefined)?.run.attempts === 1;

async function open(): Promise<void> {
  database = await openDatabase(folder);
  documents = await DuckDbDocuments.open(database, clock);
  const failing = new Proxy(documents, {
    get(target, name) {
      if (name === 'apply') return applyUnlessFaulty;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  part = createReportsPart(
    { documents: failing, clock, log },
    {
      dashboards: createDashboardStore(documents),
      renderer: {
        async render(request) {
          rendered.push(request);
          await render(request);
          return { fileName: 'sales.pdf', contentType: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) };
        },
      },
      mailer: hasMail
        ? {
            async send(mail) {
              await sendMail(mail);
              mails.push(mail);
            },
          }
        : undefined,
      dashboardUrl: 'https://app.example.com/d/{id}?a=1&b=2',
      retries: { maxAttempts: 3, firstDelayMs: minuteMs, maxDelayMs: hourMs },
    },
  );
  app = new Hono();
  part.routes?.(app);
  await part.start?.();
}

async function close(): Promise<void> {
  await part.stop?.();
  await database.close();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-reports-'));
  clock = new FakeClock(startMs);
  hasMail = true;
  rendered = [];
  mails = [];
  sendMail = async () => undefined;
  render = async () => undefined;
  diskFault = () => false;
  await open();
  await createDashboardStore(documents).create(dashboard);
});

afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

async function call(method: string, path = '', body?: unknown) {
  const response = await app.request(`/api/v1/reports${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { data, error } = text === '' ? {} : JSON.parse(text);
  return { status: response.status, data, error, headers: response.headers };
}

const create = (change: Partial<ReportSchedule> = {}) => call('POST', '', { id: 'm', ...morning, ...change });
const runs = async (): Promise<ReportRun[]> => (await call('GET', '/m/runs')).data;
/** Lets what is due run, over the time of the disk, until it is as wanted. */
const until = (check: () => unknown) =>
  expect
    .poll(
      async () => {
        await clock.advance(0);
        return check();
      },
      { timeout: 15_000 },
    )
    .toBeTruthy();
const untilRuns = (...statuses: string[]) =>
  until(async () => (await runs()).map(({ status }) => status).join() === statuses.join());

describe('the reports API', () => {
  it('creates, lists, reads, replaces and deletes, and says when each is due', async () => {
    const created = await create();
    expect([created.status, created.headers.get('location')]).toEqual([201, '/api/v1/reports/m']);
    const schedule = { id: 'm', ...morning };
    expect(created.data).toEqual({ schedule, nextSlotMs: startMs + 30 * minuteMs });
    const other = await call('POST', '', { ...morning, name: 'Another', frequency: 'cron', cron: '0 9 * * *' });
    expect(other.data.schedule.id).toMatch(/^[0-9a-f-]{36}$/);
    const list = await call('GET');
    expect(list.data.map((each: { schedule: { name: string } }) => each.schedule.name)).toEqual(['Another', 'Morning']);
    const replaced = await call('PUT', '/m', { ...morning, isPaused: true });
    expect(replaced.data).toEqual({ schedule: { ...schedule, isPaused: true } });
    expect((await call('GET', '/m')).data).toEqual(replaced.data);
    expect((await call('DELETE', '/m')).status).toBe(204);
    expect((await call('GET', '/m')).status).toBe(404);
  });

  it.each([
    ['POST', '', { ...morning, recipients: ['nobody'] }, 400, 'recipients[0]: must be an email address'],
    ['POST', '', { ...morning, frequency: 'cron', cron: '0 0 30 2 *' }, 400, 'cron: means a day that never comes'],
    ['POST', '', { ...morning, id: '../x' }, 400, 'cannot stand in a URL'],
    ['POST', '', { ...morning, id: 'm' }, 409, 'exists already'],
    ['POST', '', [], 400, 'expected an object'],
    ['PUT', '/m', { ...morning, id: 'n' }, 400, 'an id cannot be changed'],
    ['PUT', '/n', morning, 404, 'no report with the id "n"'],
    ['DELETE', '/n', undefined, 404, 'no report with the id "n"'],
    ['GET', '/n/runs', undefined, 404, 'no report with the id "n"'],
    ['POST', '/n/send', undefined, 404, 'no report with the id "n"'],
  ] as const)(
    'answers a bad %s %s with the reason and changes nothing (%#)',
    async (method, path, body, status, why) => {
      await create();
      const before = documents.list('report-schedules');
      const answer = await call(method, path, body);
      expect([answer.status, answer.error]).toEqual([status, expect.stringContaining(why)]);
      expect(documents.list('report-schedules')).toEqual(before);
    },
  );
});

describe('a report that is due', () => {
  it('is made of the time it was due for, and mailed', async () => {
    await create();
    await clock.advance(30 * minuteMs);
    await untilRuns('sent');
    const [run] = await runs();
    expect(run).toMatchObject({ trigger: 'schedule', slotMs: startMs + 30 * minuteMs, attempts: 1, sizeBytes: 3 });
    expect(rendered).toMatchObject([
      {
        dashboard,
        format: 'pdf',
        timeZone: 'Europe/Berlin',
        timeRange: { from: '2026-11-22T23:00:00.000Z', to: '2026-11-23T22:59:59.999Z' },
      },
    ]);
    expect(mails).toMatchObject([
      { to: morning.recipients, subject: 'Sales & <more> – 23 Nov 2026', attachments: [{ fileName: 'sales.pdf' }] },
    ]);
    expect(mails[0]?.messageId).toMatch(/^<report\.[0-9a-f]{40}@glasspane>$/);
    expect(mails[0]?.text).toContain('https://app.example.com/d/sales?a=1&b=2');
    expect(mails[0]?.text).toContain('“Morning”: Every day at 08:00 Europe/Berlin.');
    expect(mails[0]?.html).toContain('Sales &#38; &#60;more&#62;');
    expect((await call('GET', '/m')).data).toMatchObject({
      lastRun: { status: 'sent' },
      nextSlotMs: startMs + 24.5 * hourMs,
    });
  });

  it('is tried again with the same key, each time later, and sent once', async () => {
    const keys: string[] = [];
    sendMail = async ({ messageId }) => {
      keys.push(messageId);
      if (keys.length < 3) throw new MailError('The mail server does not answer.', true);
    };
    await create();
    await clock.advance(30 * minuteMs);
    await until(async () => (await runs())[0]?.error !== undefined);
    expect(await runs()).toMatchObject([{ status: 'pending', attempts: 1, error: 'The mail server does not answer.' }]);
    await clock.advance(minuteMs);
    await until(async () => (await runs())[0]?.attempts === 2 && (await runs())[0]?.nextAttemptMs !== undefined);
    await until(() => keys.length === 2);
    await clock.advance(2 * minuteMs);
    await untilRuns('sent');
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
    expect(mails).toHaveLength(1);
    expect((await runs())[0]).not.toHaveProperty('error');
    expect(part.instruments?.map((instrument) => instrument.collect())).toMatchObject([
      {
        samples: [
          { labels: { outcome: 'failed' }, value: 2 },
          { labels: { outcome: 'sent' }, value: 1 },
        ],
      },
    ]);
  });

  it('is given up in the end, with the reason', async () => {
    sendMail = async () => {
      throw new MailError('The mail server does not answer.', true);
    };
    await create();
    await clock.advance(30 * minuteMs);
    await until(async () => {
      await clock.advance(minuteMs);
      return (await runs())[0]?.status === 'failed';
    });
    expect(await runs()).toMatchObject([
      { attempts: 3, error: 'Given up after 3 tries: The mail server does not answer.' },
    ]);
  });

  it.each([
    [
      'the mail server refuses the mail',
      'Refused.',
      () => (sendMail = async () => Promise.reject(new MailError('Refused.', false))),
    ],
    [
      'the dashboard cannot be rendered',
      'No.',
      () => (render = async () => Promise.reject(new GlasspaneError('invalid', 'No.'))),
    ],
    [
      'its dashboard is gone',
      'The dashboard "sales" does not exist',
      () => createDashboardStore(documents).delete('sales'),
    ],
  ])('fails at once when %s', async (_, error, break_) => {
    await create();
    await break_();
    await clock.advance(30 * minuteMs);
    await untilRuns('failed');
    expect(await runs()).toMatchObject([{ attempts: 1, error: expect.stringContaining(error) }]);
  });

  it('is not sent while the schedule is paused, nor afterwards', async () => {
    await create({ isPaused: true });
    await clock.advance(hourMs);
    await call('PUT', '/m', morning);
    await clock.advance(hourMs);
    expect(await runs()).toEqual([]);
    expect((await call('GET', '/m')).data.nextSlotMs).toBe(startMs + 24.5 * hourMs);
  });

  it('is not sent while nothing can be noted, and is sent once the disk is back', async () => {
    await create();
    diskFault = (changes) => changes.some(({ collection, value }) => collection === 'report-runs' && isBegun(value));
    await clock.advance(30 * minuteMs);
    await untilRuns('pending');
    await clock.advance(minuteMs / 3);
    expect([mails, rendered]).toEqual([[], []]);
    diskFault = () => false;
    await clock.advance(minuteMs);
    await untilRuns('sent');
    expect(mails).toHaveLength(1);
  });

  it('leaves the others alone when its own schedule cannot be read any more', async () => {
    await create();
    const [kept] = documents.list<{ schedule: object }>('report-schedules');
    const lost = { ...kept?.value, schedule: { ...kept?.value.schedule, id: 'lost', timeZone: 'Mars' } };
    await documents.apply([{ collection: 'report-schedules', id: 'lost', value: lost }]);
    await clock.advance(30 * minuteMs);
    await untilRuns('sent');
    const list = await call('GET');
    const problems = list.data.map(({ problem }: { problem?: string }) => problem ?? 'none');
    expect(problems.sort()).toEqual([expect.stringContaining('"Mars" is not a time zone known here'), 'none']);
  });

  it('ends with its schedule, in the middle of its work', async () => {
    let signal: AbortSignal | undefined;
    render = (request) => {
      signal = request.signal;
      return new Promise((_, reject) => request.signal?.addEventListener('abort', () => reject(new CancelledError())));
    };
    await create();
    await clock.advance(30 * minuteMs);
    await until(() => rendered.length === 1);
    expect((await call('DELETE', '/m')).status).toBe(204);
    expect(signal?.aborted).toBe(true);
    await part.stop?.();
    expect(documents.list('report-runs')).toEqual([]);
    expect(mails).toEqual([]);
  });

  it('keeps the last hundred runs', async () => {
    await create({ frequency: 'cron', cron: '* * * * *' });
    for (let sent = 1; sent <= 103; sent += 1) {
      await clock.advance(minuteMs);
      await until(() => mails.length === sent);
    }
    await until(async () => (await runs()).every(({ status }) => status === 'sent'));
    const kept = await runs();
    expect(kept).toHaveLength(100);
    expect(kept[0]?.slotMs).toBe(startMs + 103 * minuteMs);
  });
});

describe('a report that was missed', () => {
  it('is sent when the server runs again: the latest, and the older ones say why not', async () => {
    await create({ frequency: 'cron', cron: '0 * * * *' });
    await close();
    await clock.advance(3 * hourMs);
    await open();
    await untilRuns('sent', 'failed', 'failed');
    const [latest, ...older] = await runs();
    expect(latest?.slotMs).toBe(startMs + 2.5 * hourMs);
    expect(older.map(({ slotMs }) => slotMs)).toEqual([startMs + 1.5 * hourMs, startMs + 0.5 * hourMs]);
    expect(older[0]).toMatchObject({ attempts: 0, error: expect.stringContaining('only the latest is sent') });
    expect(mails).toHaveLength(1);
  });

  it('comes again after the clock was far ahead and was set back', async () => {
    await create();
    await clock.advance(30 * minuteMs);
    await untilRuns('sent');
    await close();
    clock = new FakeClock(startMs - 365 * 24 * hourMs);
    await open();
    await until(() => clock.pending > 0);
    await clock.advance(24 * hourMs);
    await untilRuns('sent', 'sent');
  });

  it('is tried again although the clock was set back before its next try', async () => {
    sendMail = async () => {
      throw new MailError('451 later', true);
    };
    await create();
    await clock.advance(30 * minuteMs);
    await until(async () => (await runs())[0]?.error !== undefined);
    await close();
    sendMail = async () => undefined;
    clock = new FakeClock(startMs - 365 * 24 * hourMs);
    await open();
    await untilRuns('sent');
  });

  it('is not sent after a day', async () => {
    await create({ frequency: 'weekly' });
    await close();
    await clock.advance(7 * 24 * hourMs + 2 * hourMs);
    await open();
    await untilRuns('failed');
    expect((await runs())[0]?.error).toContain('nor in the 24 hours after it');
    expect(mails).toEqual([]);
  });

  it('is finished when the server stopped in its midst, with the same key', async () => {
    const keys: string[] = [];
    sendMail = async ({ messageId }) => {
      keys.push(messageId);
      // As if it was killed: nothing is noted of how it went.
      if (keys.length === 1) await new Promise(() => undefined);
    };
    await create();
    await clock.advance(30 * minuteMs);
    await until(() => keys.length === 1);
    await database.close();
    await open();
    await untilRuns('sent');
    expect(keys).toEqual([keys[0], keys[0]]);
    expect((await runs())[0]).toMatchObject({ attempts: 2, slotMs: startMs + 30 * minuteMs });
  });

  it('is sent once by two timers', async () => {
    const other = createReportsPart(
      { documents, clock, log },
      { dashboards: createDashboardStore(documents), renderer: { render: () => Promise.reject(new Error('Twice.')) } },
    );
    await create();
    await clock.advance(30 * minuteMs);
    await untilRuns('sent');
    await other.start?.();
    await clock.advance(hourMs);
    await other.stop?.();
    await untilRuns('sent');
  });
});

describe('send now', () => {
  it('sends besides the schedule', async () => {
    await create({ isPaused: true });
    const [first, second] = await Promise.all([call('POST', '/m/send'), call('POST', '/m/send')]);
    expect([first.status, first.data]).toMatchObject([202, { status: 'pending', trigger: 'manual', slotMs: startMs }]);
    expect(second.status).toBe(202);
    await untilRuns('sent', 'sent');
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('says what to do without mail, and a schedule says so before', async () => {
    await close();
    hasMail = false;
    await open();
    const created = await create();
    expect([created.status, created.data.problem]).toEqual([201, expect.stringContaining('smtp_smarthost')]);
    expect(await call('POST', '/m/send')).toMatchObject({ status: 501, error: created.data.problem });
    expect(await runs()).toEqual([]);
    await clock.advance(30 * minuteMs);
    await untilRuns('failed');
    expect((await runs())[0]).toMatchObject({ attempts: 1, error: created.data.problem });
  });
});
