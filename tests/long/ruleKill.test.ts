import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { waitUntil } from '../support/waitUntil.ts';

const RULES = `
groups:
  - name: files
    rules:
      - alert: FromFile
        expr: load > 5
        for: 10s
        annotations: { summary: '{{ $labels.host }} is at {{ $value }}' }
`;
const EDITED = { id: 'edited', name: 'Edited', expr: 'load > 5', forMs: 10_000, severity: 'warning' };

interface AlertAnswer {
  readonly labels: { readonly alertname: string };
  readonly state: string;
  readonly activeAt: string;
}

let folder: string;
let server: SpawnedServer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-rule-kill-'));
  await writeFile(path.join(folder, 'rules.yml'), RULES);
  const config =
    'global: { evaluation_interval: 1s }\nrule_files: [rules.yml]\nglasspane: { collect: { host: false } }\n';
  await writeFile(path.join(folder, 'config.yml'), config);
});

afterAll(async () => {
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await spawnServer(['--data', path.join(folder, 'data'), '--config', path.join(folder, 'config.yml')]);
  return server.url;
}

async function alertsOf(url: string): Promise<readonly AlertAnswer[]> {
  const { data } = await (await fetch(`${url}/api/v1/alerts`)).json();
  return data.alerts.toSorted((a: AlertAnswer, b: AlertAnswer) => (a.labels.alertname < b.labels.alertname ? -1 : 1));
}

async function areFiring(url: string): Promise<boolean> {
  const alerts = await alertsOf(url);
  return alerts.length === 2 && alerts.every(({ state }) => state === 'firing');
}

async function writeLoad(url: string, value: number): Promise<void> {
  const samples = [[Date.now(), value]] as const;
  await remoteWrite(`${url}/api/v1/write`, { series: [{ labels: { __name__: 'load', host: 'a' }, samples }] });
}

it('keeps since when an alert is active over kill -9 in the middle of pending', async () => {
  let url = await start();
  await writeLoad(url, 7);
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${url}/api/v1/alert-rules`, { method: 'POST', headers, body: JSON.stringify(EDITED) });
  expect(made.status).toBe(201);
  await waitUntil('both are pending', async () => (await alertsOf(url)).length === 2);
  const pending = await alertsOf(url);
  expect(pending.map(({ state }) => state)).toEqual(['pending', 'pending']);

  await server?.end('SIGKILL');
  url = await start();
  await waitUntil('both fire', () => areFiring(url), 30_000);
  const firing = await alertsOf(url);
  expect(firing.map(({ activeAt }) => activeAt)).toEqual(pending.map(({ activeAt }) => activeAt));

  await server?.end('SIGKILL');
  url = await start();
  await writeLoad(url, 0);
  await waitUntil('both are over', async () => (await alertsOf(url)).length === 0);
  // What the alert manager has of them says so too: nothing was lost between the two.
  await waitUntil('the alert manager knows', async () => {
    const alerts = await (await fetch(`${url}/api/v2/alerts`)).json();
    return alerts.length === 0;
  });
});
