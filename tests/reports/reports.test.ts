import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServerBackend } from '@glasspane/adapters/server';
import type { Dashboard, ReportFormat, ReportRun, ScheduledReport } from '@glasspane/core';
import { createServer, type GlasspaneServer, parseConfig } from 'glasspane-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../alerting/startMailServer.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { JumpClock } from './JumpClock.ts';

const dashboard: Dashboard = {
  schemaVersion: 1,
  id: 'orders',
  name: 'Orders',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'rate',
      type: 'timeSeries',
      title: 'Orders per minute',
      layout: { x: 0, y: 0, w: 24, h: 8 },
      queries: [{ refId: 'A', expr: 'orders' }],
    },
  ],
};

let folder: string;
let mail: MailServer;
let clock: JumpClock;
let server: GlasspaneServer;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-reports-'));
  mail = await startMailServer();
  clock = new JumpClock();
  await start(`
alertmanager:
  global: {smtp_smarthost: '127.0.0.1:${mail.port}', smtp_from: 'Glasspane <reports@example.com>', smtp_require_tls: false}
  route: {receiver: nobody}
  receivers: [{name: nobody}]
`);
  await call('POST', '/dashboards', dashboard);
});

afterEach(async () => {
  await server.close();
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(config: string): Promise<void> {
  server = await createServer({
    folder,
    port: 0,
    clock,
    config: parseConfig(`glasspane: {collect: {host: false, process: false}}\n${config}`, 'test.yml'),
  });
  url = await server.start();
}

async function call(method: string, route: string, body?: unknown) {
  const response = await fetch(`${url}/api/v1${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { ...(text === '' ? {} : JSON.parse(text)), status: response.status };
}

async function record(): Promise<void> {
  const nowMs = clock.now();
  const samples = Array.from({ length: 60 }, (_, index) => ({
    name: 'orders',
    value: 20 + (index % 7),
    timeMs: nowMs - (60 - index) * 30_000,
  }));
  const response = await fetch(`${url}/api/metrics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      define: [{ name: 'orders', type: 'gauge', help: 'Orders per minute.' }],
      record: samples,
    }),
  });
  expect(response.status, await response.text()).toBe(200);
}

const schedule = async (change: object = {}): Promise<ScheduledReport> => {
  const { data } = await call('POST', '/reports', {
    id: 'hourly',
    name: 'Every hour',
    dashboardId: 'orders',
    frequency: 'cron',
    cron: '0 * * * *',
    timeZone: 'Europe/Berlin',
    format: 'pdf',
    recipients: ['ada@example.com', 'grace@example.com'],
    ...change,
  });
  return data;
};
const runs = async (): Promise<readonly ReportRun[]> => (await call('GET', '/reports/hourly/runs')).data;
const untilSent = (count: number) =>
  waitUntil(
    `${count} reports were sent`,
    async () => (await runs()).filter(({ status }) => status === 'sent').length === count,
    45_000,
  );

describe('a scheduled report', () => {
  it('arrives as a PDF when its time has come, and again at the next', async () => {
    await record();
    const { nextSlotMs = 0 } = await schedule();
    clock.jump(nextSlotMs - clock.now());
    await untilSent(1);
    expect(mail.mails).toHaveLength(1);
    const [first] = mail.mails;
    expect(first?.subject).toMatch(/^Orders – \d\d? [A-Z][a-z]+ \d{4}, \d\d:\d\d – /);
    expect(first?.to).toMatchObject({ value: [{ address: 'ada@example.com' }, { address: 'grace@example.com' }] });
    expect(first?.text).toContain('Every hour, Europe/Berlin');
    const [file] = first?.attachments ?? [];
    expect(file?.contentType).toBe('application/pdf');
    expect(file?.filename).toMatch(/\.pdf$/);
    expect(file?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await runs()).toMatchObject([{ slotMs: nextSlotMs, attempts: 1, sizeBytes: file?.content.length }]);
    clock.jump(3_600_000);
    await untilSent(2);
    expect(mail.mails).toHaveLength(2);
    expect(mail.mails[1]?.messageId).not.toBe(first?.messageId);
  });

  it.each<[ReportFormat, string, (content: Buffer) => unknown]>([
    ['png', 'image/png', (content) => expect(content.subarray(1, 4).toString()).toBe('PNG')],
    ['csv', 'text/csv', (content) => expect(content.toString()).toContain('orders')],
    ['json', 'application/json', (content) => expect(JSON.parse(content.toString())).toBeTypeOf('object')],
  ])('may be a %s', async (format, contentType, check) => {
    await record();
    await schedule({ format });
    expect((await call('POST', '/reports/hourly/send')).status).toBe(202);
    await untilSent(1);
    const [file] = mail.mails[0]?.attachments ?? [];
    expect(file?.contentType).toBe(contentType);
    check(file?.content ?? Buffer.alloc(0));
  });

  it('is tried again after an outage of the mail server', async () => {
    await schedule({ format: 'csv' });
    mail.refuseWith(451);
    await call('POST', '/reports/hourly/send');
    await waitUntil('it failed once', async () => (await runs())[0]?.error !== undefined, 30_000);
    const [failed] = await runs();
    expect(failed).toMatchObject({ status: 'pending', attempts: 1 });
    mail.refuseWith(undefined);
    clock.jump(30_000);
    await untilSent(1);
    expect(mail.mails).toHaveLength(1);
    expect(await runs()).toMatchObject([{ id: failed?.id, status: 'sent', attempts: 2 }]);
  });

  it('is kept, sent and deleted through the adapter', async () => {
    const { reports } = createServerBackend({ url });
    if (reports === undefined) throw new Error('The adapter has no reports.');
    const { schedule: made, nextSlotMs } = await reports.create({
      name: 'By the adapter',
      dashboardId: 'orders',
      frequency: 'weekly',
      timeZone: 'UTC',
      format: 'csv',
      recipients: ['ada@example.com'],
    });
    expect(new Date(nextSlotMs ?? 0).toISOString()).toMatch(/T08:00:00\.000Z$/);
    expect((await reports.update({ ...made, isPaused: true })).nextSlotMs).toBeUndefined();
    const run = await reports.sendNow(made.id);
    await waitUntil('it is sent', async () => (await reports.get(made.id)).lastRun?.status === 'sent', 30_000);
    expect(await reports.runs(made.id)).toMatchObject([{ id: run.id, trigger: 'manual', status: 'sent' }]);
    await reports.delete(made.id);
    expect(await reports.list()).toEqual([]);
    await expect(reports.get(made.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says what to do where mail is not set up', async () => {
    await schedule();
    await server.close();
    await start('');
    const { data } = await call('GET', '/reports/hourly');
    expect(data.problem).toContain('smtp_smarthost');
    expect(await call('POST', '/reports/hourly/send')).toMatchObject({ status: 501, error: data.problem });
  });
});
