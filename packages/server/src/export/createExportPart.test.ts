import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryBackend, LogStore, SeriesStore } from '@glasspane/adapters/memory';
import type { Clock, MetricSource } from '@glasspane/core';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createExportPart } from './createExportPart.ts';
import { createReportRenderer } from './createReportRenderer.ts';

const NOW = Date.UTC(2026, 0, 31, 12, 0, 0);
const clock: Clock = { now: () => NOW, setTimeout: () => () => undefined };
const OVERVIEW = {
  schemaVersion: 1,
  id: 'overview',
  name: 'Overview',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'load',
      type: 'timeSeries',
      title: 'Load by service',
      layout: { x: 0, y: 0, w: 24, h: 8 },
      queries: [{ refId: 'A', expr: 'load' }],
    },
  ],
};

let folder: string;
let database: Database;
let app: Hono;
let closing: AbortController;
let documents: DuckDbDocuments;
let metrics: MetricSource;
let logs: LogStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-export-'));
  database = await openDatabase(folder);
  documents = await DuckDbDocuments.open(database, clock);
  await documents.apply([{ collection: 'dashboards', id: 'overview', value: OVERVIEW }]);
  const store = new SeriesStore();
  const samples = Array.from({ length: 60 }, (_, minute) => ({
    labels: { __name__: 'load', service: 'api' },
    timeMs: NOW - minute * 60_000,
    value: 20 + minute,
  }));
  store.append(samples);
  metrics = createMemoryBackend({ store }).metrics;
  logs = new LogStore();
  closing = new AbortController();
  app = new Hono();
  const log = createLogger('silent', () => undefined);
  const source: MetricSource = new Proxy(metrics, { get: (_, name) => Reflect.get(metrics, name) });
  const renderer = createReportRenderer({ metrics: source, logs, clock, closing: closing.signal });
  createExportPart({ documents, clock, log }, renderer).routes?.(app);
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

function post(body: unknown, id = 'overview', signal?: AbortSignal): Response | Promise<Response> {
  return app.request(`/api/v1/dashboards/${id}/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

describe('POST /api/v1/dashboards/:id/export', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF-1.'],
    ['png', 'image/png', '\u0089PNG\r\n'],
    ['svg', 'image/svg+xml', '<?xml'],
    ['csv', 'text/csv; charset=utf-8', 'Widget,Time,Row,Column,Value'],
    ['json', 'application/json', '{\n  "format": "glasspane-export"'],
  ])('answers with %s', async (format, contentType, begin) => {
    const response = await post({ format });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, contentType]);
    expect(response.headers.get('content-disposition')).toContain(`filename="overview-2026-01-31-1200.${format}"`);
    expect(new TextDecoder('latin1').decode(await response.arrayBuffer()).startsWith(begin)).toBe(true);
  });

  it('takes the time range and the time zone of the request', async () => {
    const timeRange = { from: 'now-30m', to: 'now' };
    const svg = await (await post({ format: 'svg', timeRange, timeZone: 'Asia/Tokyo' })).text();
    expect(svg).toContain('20:30');
    expect(svg).toContain('(Asia/Tokyo)');
    const csv = await (await post({ format: 'csv', timeRange })).text();
    expect(csv).toContain('Load by service,2026-01-31T11:59:00.000Z,,load,21');
  });

  it('has the log lines of a logs widget in the file', async () => {
    const widget = { id: 'log', type: 'logs', title: 'Log', layout: { x: 0, y: 0, w: 24, h: 8 } };
    const document = {
      ...OVERVIEW,
      id: 'logs',
      widgets: [{ ...widget, queries: [{ refId: 'A', expr: '{app="a"}' }] }],
    };
    await documents.apply([{ collection: 'dashboards', id: 'logs', value: document }]);
    logs.append([{ labels: { app: 'a' }, timeNs: BigInt(NOW - 1000) * 1_000_000n, line: 'payment refused' }]);
    expect(await (await post({ format: 'svg' }, 'logs')).text()).toContain('>payment refused</text>');
    const csv = await (await post({ format: 'csv' }, 'logs')).text();
    expect(csv).toContain('Log,2026-01-31T11:59:59.000Z,app=a,Line,payment refused');
  });

  it('refuses what is no export', async () => {
    const unknown = await post({ format: 'pdf' }, 'nobody');
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { status: 'error', errorType: 'not_found', error: expect.stringContaining('nobody') },
    ]);
    const bad = await post({ format: 'exe' });
    expect([bad.status, await bad.json()]).toEqual([
      400,
      expect.objectContaining({ errorType: 'bad_data', error: expect.stringContaining('format') }),
    ]);
  });

  it('ends the work when the client leaves', async () => {
    let asked: AbortSignal | undefined;
    const controller = new AbortController();
    metrics = {
      ...metrics,
      queryRange: (_, signal) => {
        asked = signal;
        const answer = new Promise<never>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
        controller.abort();
        return answer;
      },
    };
    const response = await post({ format: 'svg' }, 'overview', controller.signal);
    expect([response.status, asked?.aborted]).toEqual([499, true]);
  });

  it('ends the work when the server stops', async () => {
    closing.abort();
    expect((await post({ format: 'svg' })).status).toBe(499);
  });
});
