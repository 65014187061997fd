import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Incident } from '@glasspane/core';
import { compileAlerting, flushGroups, postAlerts } from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlertEngine } from '../alertmanager/AlertEngine.ts';
import { defaultAlertmanager } from '../alertmanager/config/readAlertmanager.ts';
import { toAlertingConfig } from '../alertmanager/config/toAlertingConfig.ts';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createIncidentsPart } from './createIncidentsPart.ts';

const log = createLogger('silent', () => undefined);
const clock = { now: () => 1_000_000, setTimeout: () => () => undefined };
const compiled = compileAlerting(toAlertingConfig(defaultAlertmanager()), compileMatchers);

let folder: string;
let database: Database;
let app: Hono;
let id: string;

async function open(): Promise<AlertEngine> {
  database = await openDatabase(folder);
  const documents = await DuckDbDocuments.open(database, clock);
  const engine = new AlertEngine({ documents, compiled, clock, log });
  app = new Hono();
  createIncidentsPart({ engine, log }).routes?.(app);
  return engine;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-incidents-'));
  const engine = await open();
  const alerts = ['A', 'B'].map((alertname) => ({ labels: { alertname }, annotations: {}, startsAtMs: 0 }));
  await engine.run((state) => postAlerts(compiled, state, alerts, 0));
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `incident-${ids}`;
  };
  await engine.run((state) => flushGroups(compiled, state, { nowMs: 30_000, newId }));
  id = 'incident-1';
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: unknown) {
  const response = await app.request(`/api/v1/incidents${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  return { status: response.status, data: answer.data, error: answer.error };
}

describe('the incidents API', () => {
  it('takes what people do, and keeps it over a restart', async () => {
    await send('POST', `/${id}/acknowledge`, { by: 'ada' });
    await send('POST', `/${id}/assign`, { assignee: 'bob', by: 'ada' });
    await send('POST', `/${id}/notes`, { text: 'looking', by: 'bob' });
    const { status, data } = await send('POST', `/${id}/resolve`, { by: 'bob' });
    expect([status, data.status]).toEqual([200, 'resolved']);
    await database.close();
    await open();
    const { data: kept } = await send('GET', `/${id}`);
    expect(kept).toMatchObject({
      acknowledgedBy: 'ada',
      acknowledgedMs: 1_000_000,
      assignee: 'bob',
      status: 'resolved',
    });
    expect(kept.timeline.map(({ type, by, text }: Incident['timeline'][number]) => [type, by, text]).slice(2)).toEqual([
      ['acknowledged', 'ada', undefined],
      ['assigned', 'ada', 'bob'],
      ['note', 'bob', 'looking'],
      ['resolved', 'bob', undefined],
    ]);
  });

  it('lists by status and number', async () => {
    await send('POST', `/${id}/acknowledge`, { by: 'ada' });
    expect((await send('GET', '')).data).toHaveLength(2);
    expect((await send('GET', '?limit=1')).data).toHaveLength(1);
    expect((await send('GET', '?status=acknowledged')).data.map((incident: Incident) => incident.id)).toEqual([id]);
    expect((await send('GET', '?status=acknowledged,triggered')).data).toHaveLength(2);
    expect((await send('GET', '?status=resolved')).data).toEqual([]);
  });

  it.each<[string, string, unknown, number, string]>([
    ['GET', '?status=odd', undefined, 400, 'status "odd" is none of'],
    ['GET', '?limit=0', undefined, 400, 'limit "0" is no number'],
    ['GET', '/none', undefined, 404, 'There is no incident'],
    ['POST', '/none/acknowledge', { by: 'ada' }, 404, 'There is no incident'],
    ['POST', '/incident-1/acknowledge', {}, 400, 'by: expected a text'],
    ['POST', '/incident-1/acknowledge', { by: 'ada', text: 'x' }, 400, 'text: is not known here'],
    ['POST', '/incident-1/notes', { by: 'ada', text: 'x'.repeat(10_001) }, 400, 'text: expected a text'],
    ['POST', '/incident-1/assign', { assignee: 7, by: 'ada' }, 400, 'assignee: expected a text'],
    ['POST', '/incident-1/resolve', null, 400, 'by: expected a text'],
  ])('refuses %s %s %j with %d, and changes nothing', async (method, path, body, status, error) => {
    const before = (await send('GET', '')).data;
    expect(await send(method, path, body)).toMatchObject({ status, error: expect.stringContaining(error) });
    expect((await send('GET', '')).data).toEqual(before);
  });

  it('refuses to acknowledge what is resolved', async () => {
    await send('POST', `/${id}/resolve`, { by: 'ada' });
    expect(await send('POST', `/${id}/acknowledge`, { by: 'bob' })).toMatchObject({ status: 409 });
  });
});
