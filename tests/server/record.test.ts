import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SpawnedServer, spawnServer } from './spawnServer.ts';

let folder: string;
let server: SpawnedServer;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-record-'));
  server = await spawnServer(['--data', folder]);
});

afterEach(async () => {
  await server.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, route: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}${route}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

it('tells a page of a recorded sample, and has it after kill -9', async () => {
  const live = await fetch(`${server.url}/api/v1/live?${new URLSearchParams({ 'match[]': 'queue_length' })}`);
  const reader = live.body?.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain('event: open');
  const answer = await send('POST', '/api/metrics', {
    define: [{ name: 'queue_length', type: 'gauge', help: 'Jobs that wait.', labels: ['service'] }],
    record: [{ name: 'queue_length', value: 42, labels: { service: 'api' } }],
  });
  expect(answer.body).toEqual({ status: 'success', data: { defined: 1, recorded: 1 } });
  expect(await next()).toContain('"m":[0]');
  await server.end('SIGKILL');

  server = await spawnServer(['--data', folder]);
  const asked = await fetch(`${server.url}/api/v1/query?query=queue_length`);
  expect((await asked.json()).data.result[0]).toMatchObject({
    metric: { service: 'api' },
    value: [expect.anything(), '42'],
  });
  const undeclared = await send('POST', '/api/metrics', {
    record: [{ name: 'queue_length', value: 1, labels: { region: 'eu' } }],
  });
  expect([undeclared.status, undeclared.body.issues[0].path]).toEqual([400, 'record[0].labels.region']);
});

it('has a dashboard after kill -9, in the revision that it answered', async () => {
  const dashboard = { id: 'overview', name: 'Overview', timeRange: { from: 'now-1h', to: 'now' }, widgets: [] };
  expect((await send('POST', '/api/v1/dashboards', { ...dashboard, schemaVersion: 1 })).status).toBe(201);
  const changed = { ...dashboard, schemaVersion: 1, name: 'All of it' };
  expect((await send('PUT', '/api/v1/dashboards/overview', changed, { 'if-match': '"1"' })).status).toBe(200);
  await server.end('SIGKILL');
  server = await spawnServer(['--data', folder]);
  const kept = await (await fetch(`${server.url}/api/v1/dashboards/overview`)).json();
  expect(kept.data).toMatchObject({ revision: 2, dashboard: { name: 'All of it' } });
});
