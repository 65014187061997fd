import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Incident } from '@glasspane/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { waitUntil } from '../support/waitUntil.ts';
import { type MailServer, startMailServer } from './startMailServer.ts';
import { startWebhookReceiver, type WebhookMessage, type WebhookReceiver } from './startWebhookReceiver.ts';

const TOKEN = 'T0KEN-of-the-webhook';

let folder: string;
let mail: MailServer;
let webhook: WebhookReceiver;
let server: SpawnedServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-notifications-'));
  mail = await startMailServer();
  webhook = await startWebhookReceiver();
});

afterEach(async () => {
  await server?.end('SIGKILL');
  await Promise.all([mail.stop(), webhook.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function start(times: { readonly repeat: string; readonly interval?: string }): Promise<SpawnedServer> {
  const config = path.join(folder, 'glasspane.yml');
  await writeFile(
    config,
    `glasspane: {collect: {host: false, process: false}}
alertmanager:
  global: {smtp_smarthost: '127.0.0.1:${mail.port}', smtp_from: 'Glasspane <alerts@example.com>', smtp_require_tls: false}
  route: {receiver: all, group_by: [alertname], group_wait: 500ms, group_interval: ${times.interval ?? '1s'}, repeat_interval: ${times.repeat}}
  receivers:
    - name: all
      email_configs: [{to: 'ops@example.com, Second <two@example.com>', send_resolved: true}]
      slack_configs: [{api_url: '${webhook.url}/slack/${TOKEN}', channel: '#ops', send_resolved: true}]
      webhook_configs: [{url: '${webhook.url}/hook/${TOKEN}'}]
    - name: pager
      webhook_configs: [{url: '${webhook.url}/pager'}]
`,
  );
  server = await spawnServer(['--data', path.join(folder, 'data'), '--config', config, '--log-level', 'debug']);
  return server;
}

async function call(method: string, route: string, body?: unknown) {
  const response = await fetch(`${server?.url}${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.status, text).toBeLessThan(300);
  return text === '' ? undefined : JSON.parse(text);
}

const fire = (...labelSets: readonly Readonly<Record<string, string>>[]) =>
  call(
    'POST',
    '/api/v2/alerts',
    labelSets.map((labels) => ({ labels })),
  );
const resolve = (labels: Readonly<Record<string, string>>) =>
  call('POST', '/api/v2/alerts', [{ labels, endsAt: new Date().toISOString() }]);
const hooks = (): readonly WebhookMessage[] => webhook.messages.filter((message) => message.path.startsWith('/hook'));
const slacks = (): readonly WebhookMessage[] => webhook.messages.filter((message) => message.path.startsWith('/slack'));
const incidents = async (): Promise<readonly Incident[]> => (await call('GET', '/api/v1/incidents')).data;

describe('notifications', () => {
  it('tell a group by mail, Slack and webhook, and that it is over', async () => {
    await start({ repeat: '1h' });
    const hostile = '<script>alert(1)</script>\r\nBcc: evil@example.com';
    await fire(
      { alertname: 'HighErrorRate', severity: 'critical', service: 'api', note: hostile },
      { alertname: 'HighErrorRate', severity: 'warning', service: 'web', note: hostile },
    );
    await waitUntil('all were told', async () => mail.mails.length >= 1 && hooks().length >= 1 && slacks().length >= 1);
    const [first] = mail.mails;
    expect(first?.subject).toBe('[FIRING:2] HighErrorRate (note=<script>alert(1)</script> Bcc: evil@example.com)');
    expect(first?.headers.has('bcc')).toBe(false);
    expect(first?.text).toContain('service=api');
    expect(first?.html).toContain('&#60;script&#62;');
    expect(first?.html).not.toContain('<script');
    expect(first?.to).toMatchObject({
      value: [{ address: 'ops@example.com' }, { address: 'two@example.com', name: 'Second' }],
    });
    expect(hooks()[0]?.body).toMatchObject({
      version: '4',
      status: 'firing',
      receiver: 'all',
      groupKey: '{}:{alertname="HighErrorRate"}',
      groupLabels: { alertname: 'HighErrorRate' },
      truncatedAlerts: 0,
      alerts: [{ status: 'firing', endsAt: '0001-01-01T00:00:00Z' }, { status: 'firing' }],
    });
    expect(slacks()[0]?.body).toMatchObject({ channel: '#ops', attachments: [{ color: 'danger' }] });
    expect(JSON.stringify(slacks()[0]?.body)).not.toContain('<script');

    await resolve({ alertname: 'HighErrorRate', severity: 'critical', service: 'api', note: hostile });
    await resolve({ alertname: 'HighErrorRate', severity: 'warning', service: 'web', note: hostile });
    await waitUntil(
      'the end was told',
      async () => mail.mails.length >= 2 && hooks().some(isResolved) && slacks().length >= 2,
    );
    expect(mail.mails.at(-1)?.subject).toMatch(/^\[RESOLVED\] HighErrorRate/);
    expect(slacks().at(-1)?.body).toMatchObject({ attachments: [{ color: 'good' }] });
    const [incident] = await incidents();
    expect(incident).toMatchObject({ title: 'HighErrorRate', severity: 'critical', status: 'resolved' });
    const types = incident?.timeline.map(({ type }) => type) ?? [];
    expect(types.filter((type) => type === 'notified').length).toBeGreaterThanOrEqual(3);
    expect(types.filter((type) => type === 'alertResolved')).toHaveLength(2);
    expect(server?.output()).not.toContain(TOKEN);
    expect(JSON.stringify(await call('GET', '/api/v2/status'))).not.toContain(TOKEN);
  });

  it('repeat until somebody acknowledges, and still tell of a new alert and of the end', async () => {
    await start({ repeat: '1s' });
    await fire({ alertname: 'Down', instance: 'a' });
    await waitUntil('it was repeated', async () => hooks().length >= 2);
    const [open] = await incidents();
    const { data: taken } = await call('POST', `/api/v1/incidents/${open?.id}/acknowledge`, { by: 'ada' });
    expect(taken).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'ada' });
    const before = hooks().length;
    await fire({ alertname: 'Down', instance: 'b' });
    await waitUntil('the new alert was told', async () => hooks().some(({ body }) => body.alerts.length === 2));
    // A repetition that was on its way may have come in; after the new alert there is none.
    const told = hooks().filter(({ body }) => body.alerts.length === 2);
    expect(hooks().length - before).toBeLessThanOrEqual(2);
    await call('POST', '/api/v2/silences', silenceOf('instance', 'nobody'));
    const sinceMs = Date.now();
    await waitUntil('two intervals went by', async () => Date.now() - sinceMs > 2_500);
    expect(hooks().filter(({ body }) => body.alerts.length === 2)).toHaveLength(told.length);
    await resolve({ alertname: 'Down', instance: 'a' });
    await resolve({ alertname: 'Down', instance: 'b' });
    await waitUntil('the end was told', async () => hooks().some(isResolved));
    const [over] = await incidents();
    expect(over).toMatchObject({ id: open?.id, status: 'resolved', acknowledgedBy: 'ada' });
  });

  it('leave silenced alerts out, open no incident for them, and come when the silence ends', async () => {
    await start({ repeat: '1h' });
    const { silenceID } = await call('POST', '/api/v2/silences', silenceOf('alertname', 'Quiet'));
    await fire({ alertname: 'Quiet' }, { alertname: 'Loud' });
    await waitUntil('the loud one was told', async () => hooks().length >= 1);
    await waitUntil(
      'the quiet one is known',
      async () => (await call('GET', '/api/v2/alerts?silenced=true')).length === 2,
    );
    expect((await incidents()).map(({ title }) => title)).toEqual(['Loud']);
    await call('DELETE', `/api/v2/silence/${silenceID}`);
    await waitUntil('the quiet one was told', async () =>
      hooks().some(({ body }) => body.groupLabels.alertname === 'Quiet'),
    );
    expect(hooks()).toHaveLength(2);
  });

  it('are tried again until they are taken, but not where that cannot help, which the incident shows', async () => {
    await start({ repeat: '1h', interval: '1h' });
    webhook.answer(503);
    mail.refuseWith(550);
    await fire({ alertname: 'Retry' });
    await waitUntil('it was tried twice', async () => hooks().length >= 2);
    webhook.answer(200);
    await waitUntil('it was taken', async () =>
      (await incidents()).some(({ timeline }) => timeline.filter(({ type }) => type === 'notified').length === 2),
    );
    expect(new Set(hooks().map(({ key }) => key)).size).toBe(1);
    const [incident] = await incidents();
    const failures = incident?.timeline.filter(({ type }) => type === 'notificationFailed');
    expect(failures).toEqual([
      { type: 'notificationFailed', atMs: expect.any(Number), text: expect.stringContaining('all (email): 550') },
    ]);
  });
});

describe('a server that is killed while it sends', () => {
  it('sends the same notification with the same key after its restart, and no other', async () => {
    await start({ repeat: '1h' });
    webhook.answer('never');
    await fire({ alertname: 'Killed' });
    await waitUntil('the send is under way', async () => hooks().length >= 1 && slacks().length >= 1);
    await server?.end('SIGKILL');
    webhook.answer(200);
    const keys = new Set(webhook.messages.map(({ key }) => key));
    await start({ repeat: '1h' });
    await waitUntil('it was sent again', async () => hooks().length >= 2 && slacks().length >= 2);
    await waitUntil('that is known', async () =>
      (await incidents()).some(({ timeline }) => timeline.filter(({ type }) => type === 'notified').length === 3),
    );
    expect(hooks().map(({ body }) => body)).toEqual([hooks()[0]?.body, hooks()[0]?.body].map(withAnyUrl));
    expect(new Set(webhook.messages.map(({ key }) => key))).toEqual(keys);
    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await incidents()).toHaveLength(1);
    await resolve({ alertname: 'Killed' });
    await waitUntil('the end was told', async () => hooks().some(isResolved));
    expect(hooks()).toHaveLength(3);
  });
});

describe('a server that is killed after it answered', () => {
  it('still knows the silence, the alert and who took the incident up', async () => {
    await start({ repeat: '1s' });
    await fire({ alertname: 'Taken' });
    await waitUntil('it was told', async () => hooks().length >= 1);
    const [open] = await incidents();
    await call('POST', '/api/v2/silences', silenceOf('alertname', 'Quiet'));
    await call('POST', `/api/v1/incidents/${open?.id}/acknowledge`, { by: 'ada' });
    await fire({ alertname: 'Quiet' });
    await server?.end('SIGKILL');
    const known = new Set(hooks().map(({ key }) => key));
    await start({ repeat: '1s' });
    const alerts = await call('GET', '/api/v2/alerts');
    expect(
      alerts.map(({ labels, status }: { labels: object; status: { state: string } }) => [labels, status.state]),
    ).toEqual([
      [{ alertname: 'Taken' }, 'active'],
      [{ alertname: 'Quiet' }, 'suppressed'],
    ]);
    expect(await incidents()).toMatchObject([{ id: open?.id, status: 'acknowledged', acknowledgedBy: 'ada' }]);
    await fire({ alertname: 'Taken', new: 'yes' });
    await waitUntil('the new alert was told', async () => hooks().some(({ body }) => body.alerts.length === 2));
    // Nobody was reminded of what was known before.
    const news = hooks().filter(({ key }) => !known.has(key));
    expect(news.map(({ body }) => body.alerts.length)).toEqual([2]);
  });
});

function isResolved({ body }: WebhookMessage): boolean {
  return body.status === 'resolved';
}

/** A port that is free is another one after each start. */
function withAnyUrl(body: object): object {
  return { ...body, externalURL: expect.any(String) };
}

function silenceOf(name: string, value: string): object {
  return {
    matchers: [{ name, value, isRegex: false }],
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    createdBy: 'ada',
    comment: 'test',
  };
}
