import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportRun } from '@glasspane/core';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { waitUntil } from '../support/waitUntil.ts';

let folder: string;
let smtp: SMTPServer;
let mails: ParsedMail[];
/** Whether the mail server takes a mail and leaves the sender without an answer. */
let isHolding: boolean;
let server: SpawnedServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-reports-kill-'));
  mails = [];
  isHolding = true;
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        if (!isHolding) done();
      }, done);
    },
  });
  smtp.on('error', () => undefined);
  const listener = smtp.listen(0, '127.0.0.1') as Server;
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await writeFile(
    path.join(folder, 'glasspane.yml'),
    `glasspane: {collect: {host: false, process: false}}
alertmanager:
  global: {smtp_smarthost: '127.0.0.1:${port}', smtp_from: 'reports@example.com', smtp_require_tls: false}
  route: {receiver: nobody}
  receivers: [{name: nobody}]
`,
  );
});

afterEach(async () => {
  await server?.end('SIGKILL');
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = await spawnServer(['--data', path.join(folder, 'data'), '--config', path.join(folder, 'glasspane.yml')]);
}

async function call(method: string, route: string, body: unknown = {}) {
  const response = await fetch(`${server?.url}/api/v1${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  const { data, error } = await response.json();
  expect(error).toBeUndefined();
  return data;
}

const runs = (): Promise<readonly ReportRun[]> => call('GET', '/reports/daily/runs');

it('finishes a report after kill -9 in the midst of its mail, under the same key', async () => {
  await start();
  await call('POST', '/dashboards', {
    schemaVersion: 1,
    id: 'empty',
    name: 'Empty',
    timeRange: { from: 'now-1h', to: 'now' },
    widgets: [],
  });
  await call('POST', '/reports', {
    id: 'daily',
    name: 'Daily',
    dashboardId: 'empty',
    frequency: 'daily',
    timeZone: 'UTC',
    format: 'json',
    recipients: ['ada@example.com'],
  });
  const accepted: ReportRun = await call('POST', '/reports/daily/send');
  await waitUntil('the mail server has the mail', async () => mails.length === 1, 30_000);
  await server?.end('SIGKILL');
  isHolding = false;

  await start();
  await waitUntil('it is sent', async () => (await runs())[0]?.status === 'sent', 30_000);
  expect(await runs()).toMatchObject([{ id: accepted.id, slotMs: accepted.slotMs, attempts: 2 }]);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.messageId).toMatch(/^<report\./);
  expect(mails[1]?.messageId).toBe(mails[0]?.messageId);

  await server?.end('SIGTERM');
  await start();
  expect(await runs()).toMatchObject([{ status: 'sent', attempts: 2 }]);
  expect(mails).toHaveLength(2);
});
