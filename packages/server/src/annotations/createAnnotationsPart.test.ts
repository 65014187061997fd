import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerBackend } from '@glasspane/adapters/server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createAnnotationStore } from './createAnnotationStore.ts';
import { createAnnotationsPart } from './createAnnotationsPart.ts';

const log = createLogger('silent', () => undefined);

let folder: string;
let database: Database;
let app: Hono;

async function open(): Promise<void> {
  database = await openDatabase(folder);
  const documents = await DuckDbDocuments.open(database, { now: () => 1000 });
  app = new Hono();
  createAnnotationsPart({ annotations: createAnnotationStore(documents), log }).routes?.(app);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-annotations-'));
  await open();
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** The adapter of a server, over the routes in this process. */
function annotationsOf() {
  const fetch = async (url: string, init: RequestInit): Promise<Response> => app.request(url, init);
  return createServerBackend({ url: 'http://server', fetch }).annotations;
}

describe('annotations', () => {
  it('are kept, also over a restart, and listed by time, dashboard and tags', async () => {
    const annotations = annotationsOf();
    const release = await annotations.create({ timeMs: 500, text: 'Release 7', tags: ['deploy', 'a&b'] });
    await annotations.create({ id: 'outage', timeMs: 100, endMs: 400, text: 'Outage', dashboardId: 'other' });
    await database.close();
    await open();
    const texts = async (more: object): Promise<readonly string[]> =>
      (await annotations.list({ startMs: 0, endMs: 1000, ...more })).map(({ text }) => text);
    expect(await texts({})).toEqual(['Outage', 'Release 7']);
    expect(await texts({ startMs: 401 })).toEqual(['Release 7']);
    expect(await texts({ dashboardId: 'mine' })).toEqual(['Release 7']);
    expect(await texts({ tags: ['a&b', 'deploy'] })).toEqual(['Release 7']);
    await annotations.delete(release.id);
    expect(await texts({})).toEqual(['Outage']);
  });

  it('are refused with a reason', async () => {
    const annotations = annotationsOf();
    await annotations.create({ id: 'x', timeMs: 1, text: '' });
    await expect(annotations.create({ id: 'x', timeMs: 1, text: '' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(annotations.create({ timeMs: 2, endMs: 1, text: '' })).rejects.toThrow('must not be before timeMs');
    await expect(annotations.delete('gone')).rejects.toMatchObject({ code: 'not_found' });
    const statusOf = async (body: string): Promise<number> => {
      const headers = { 'content-type': 'application/json' };
      return (await app.request('/api/v1/annotations', { method: 'POST', headers, body })).status;
    };
    for (const body of [
      'null',
      '[]',
      '7',
      '{"timeMs":1e999,"text":""}',
      '{"timeMs":1,"text":"","__proto__":{}}',
      '{',
    ]) {
      expect([body, await statusOf(body)]).toEqual([body, 400]);
    }
    expect(await statusOf(JSON.stringify({ id: '../x', timeMs: 1, text: '' }))).toBe(400);
    expect(await statusOf(JSON.stringify({ timeMs: 1, text: 'x'.repeat(17_000) }))).toBe(413);
    expect(await annotations.list({ startMs: 0, endMs: 10 })).toHaveLength(1);
    const odd = await app.request('/api/v1/annotations?startMs=soon');
    expect([odd.status, ((await odd.json()) as { error: string }).error]).toEqual([
      400,
      'startMs must be milliseconds since 1970, found "soon".',
    ]);
  });
});
