import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createDashboardsPart } from './createDashboardsPart.ts';

const log = createLogger('silent', () => undefined);
const OVERVIEW = {
  schemaVersion: 1,
  name: 'Overview',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [],
  vendor: { kept: true },
};

let folder: string;
let database: Database;
let documents: DuckDbDocuments;
let app: Hono;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-dashboards-'));
  database = await openDatabase(folder);
  documents = await DuckDbDocuments.open(database, { now: () => 1000 });
  app = new Hono();
  createDashboardsPart({ documents, log }).routes?.(app);
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/v1/dashboards${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}

describe('the dashboards API', () => {
  it('creates, lists, reads, replaces and deletes', async () => {
    const created = await send('POST', '', { ...OVERVIEW, id: 'overview' });
    const stored = { dashboard: { ...OVERVIEW, id: 'overview' }, revision: 1, updatedMs: 1000 };
    expect([created.status, created.body.data]).toEqual([201, stored]);
    expect([created.headers.get('location'), created.headers.get('etag')]).toEqual([
      '/api/v1/dashboards/overview',
      '"1"',
    ]);
    await send('POST', '', { ...OVERVIEW, id: 'costs', name: 'Costs' });
    const listed = await send('GET', '');
    expect(listed.body.data.map(({ dashboard }: { dashboard: { id: string } }) => dashboard.id)).toEqual([
      'costs',
      'overview',
    ]);

    const replaced = await send('PUT', '/overview', { ...OVERVIEW, name: 'New' }, { 'if-match': '"1"' });
    expect([replaced.status, replaced.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await send('GET', '/overview')).body.data).toMatchObject({ revision: 2, dashboard: { name: 'New' } });
    expect((await send('DELETE', '/overview')).status).toBe(204);
    expect((await send('GET', '/overview')).status).toBe(404);
  });

  it('gives an id to what has none, and migrates old forms', async () => {
    const { body } = await send('POST', '', { title: 'By hand', widgets: [] });
    expect(body.data.dashboard).toMatchObject({ schemaVersion: 1, name: 'By hand' });
    expect(body.data.dashboard.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['POST', '', undefined, {}, 400, 'expected an object'],
    ['POST', '', [], {}, 400, 'expected an object'],
    ['POST', '', { ...OVERVIEW, widgets: [{}] }, {}, 400, 'widgets[0].id'],
    ['POST', '', { ...OVERVIEW, id: '../etc' }, {}, 400, 'cannot stand in a URL'],
    ['POST', '', { ...OVERVIEW, id: 'taken' }, {}, 409, 'exists already'],
    ['POST', '', OVERVIEW, { 'content-type': 'text/plain' }, 415, 'send application/json'],
    ['PUT', '/taken', OVERVIEW, {}, 428, 'If-Match is missing'],
    ['PUT', '/taken', OVERVIEW, { 'if-match': '"9"' }, 409, 'it has revision 1 by now'],
    ['PUT', '/taken', { ...OVERVIEW, id: 'b' }, { 'if-match': '"1"' }, 400, 'an id cannot be changed'],
    ['PUT', '/taken', { ...OVERVIEW, name: 7 }, { 'if-match': '"1"' }, 400, 'name: expected a text, found 7'],
    ['PUT', '/missing', OVERVIEW, { 'if-match': '"1"' }, 404, 'no dashboard with the id "missing"'],
    ['DELETE', '/missing', undefined, {}, 404, 'no dashboard with the id "missing"'],
  ] as const)(
    'answers a bad %s %s with the reason and changes nothing (%#)',
    async (method, path, body, headers, status, reason) => {
      await send('POST', '', { ...OVERVIEW, id: 'taken' });
      const before = documents.list('dashboards');
      const answer = await send(method, path, body, headers);
      expect([answer.status, answer.body.status]).toEqual([status, 'error']);
      expect(answer.body.error).toContain(reason);
      expect(documents.list('dashboards')).toEqual(before);
    },
  );
});
