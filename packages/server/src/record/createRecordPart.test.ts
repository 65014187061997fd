import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { openDuckDbStore } from '../store/openDuckDbStore.ts';
import type { StoredSample } from '../store/SampleStore.ts';
import { createRecordPart } from './createRecordPart.ts';

const NOW = 1_800_000_000_000;
const log = createLogger('silent', () => undefined);
const clock = { now: () => NOW, setTimeout: () => () => undefined };
const GAUGE = { name: 'queue_length', type: 'gauge', help: 'Jobs that wait.', labels: ['environment', 'service'] };

let folder: string;
let store: DuckDbStore;
let app: Hono;
let appended: StoredSample[];

async function open(): Promise<void> {
  store = await openDuckDbStore({ folder, log, clock });
  app = new Hono();
  appended = [];
  store.onAppend(({ samples }) => appended.push(...samples));
  createRecordPart({ store, clock, log }).routes?.(app);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-record-'));
  await open();
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function post(body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const response = await app.request('/api/metrics', { method: 'POST', headers, body: text });
  return { status: response.status, body: await response.json() };
}

describe('POST /api/metrics', () => {
  it('defines metrics and records samples, durable before the answer', async () => {
    const answer = await post({
      define: [GAUGE],
      record: [
        { name: 'queue_length', value: 42, labels: { service: 'api', environment: 'prod' } },
        { name: 'free_form', value: -1.5, labels: { zone: 'a', empty: '' }, timeMs: NOW - 5000 },
      ],
    });
    expect(answer).toEqual({ status: 200, body: { status: 'success', data: { defined: 1, recorded: 2 } } });
    expect(appended).toMatchObject([
      { labels: { __name__: 'queue_length', environment: 'prod', service: 'api' }, timeMs: NOW, value: 42 },
      { labels: { __name__: 'free_form', zone: 'a' }, timeMs: NOW - 5000, value: -1.5 },
    ]);
    await store.close();
    await open();
    expect(store.metadata()).toEqual([GAUGE]);
    const all = await store.series({ selectors: ['{__name__=~".+"}'] });
    expect(all).toHaveLength(2);
  });

  it('lets the last of several samples of one series at one time count', async () => {
    const at = (value: number) => ({ name: 'a', value, labels: { x: '1' } });
    expect((await post({ record: [at(1), at(2), { ...at(3), labels: { x: '2' } }] })).body.data.recorded).toBe(2);
    expect(appended.map(({ value }) => value)).toEqual([2, 3]);
  });

  it('knows the series of a histogram and of a summary by the metric', async () => {
    await post({
      define: [
        { name: 'wait_seconds', type: 'histogram', labels: [] },
        { name: 'size_bytes', type: 'summary', labels: [] },
      ],
    });
    const good = [
      { name: 'wait_seconds_bucket', value: 1, labels: { le: '+Inf' } },
      { name: 'wait_seconds_sum', value: 1 },
      { name: 'size_bytes', value: 1, labels: { quantile: '0.5' } },
      { name: 'size_bytes_count', value: 1 },
    ];
    expect((await post({ record: good })).status).toBe(200);
    const bad = await post({
      record: [
        { name: 'wait_seconds', value: 1 },
        { name: 'wait_seconds_sum', value: 1, labels: { le: '1' } },
      ],
    });
    expect(bad.body.issues.map(({ path }: { path: string }) => path)).toEqual([
      'record[0].name',
      'record[1].labels.le',
    ]);
  });

  it.each([
    ['no name', {}, 'name', 'must be the name of a metric'],
    ['a bad name', { name: 'a-b' }, 'name', 'must be the name of a metric'],
    ['NaN as JSON has it', { value: null }, 'value', 'leave out the sample'],
    ['NaN as a text', { value: 'NaN' }, 'value', 'leave out the sample'],
    ['no value', { value: undefined }, 'value', 'expected a number'],
    ['a text as value', { value: '1' }, 'value', 'expected a number'],
    ['a negative counter', { name: 'served_total', value: -1 }, 'value', 'only grows from 0'],
    [
      'a label that is not declared',
      { labels: { region: 'eu' } },
      'labels.region',
      'is not declared: "queue_length" has the labels environment, service',
    ],
    ['a bad label name', { labels: { 'a-b': 'x' } }, 'labels["a-b"]', 'is no name for a label'],
    [
      'a reserved label name',
      { labels: { __name__: 'x' } },
      'labels["__name__"]',
      'begin neither with a digit nor with __',
    ],
    ['a number as label', { labels: { service: 200 } }, 'labels.service', 'write numbers as texts'],
    ['labels in a list', { labels: ['a'] }, 'labels', 'expected an object'],
    ['a time in seconds', { timeMs: NOW / 1000 }, 'timeMs', 'not in seconds'],
    ['a broken time', { timeMs: NOW + 0.5 }, 'timeMs', 'whole number'],
    ['a time in the future', { timeMs: NOW + 600_001 }, 'timeMs', 'in the future'],
    ['an unknown field', { timestamp: NOW }, 'timestamp', 'is not known here'],
  ])('refuses %s, names the place and keeps nothing', async (_, change, field, reason) => {
    await post({ define: [GAUGE, { name: 'served_total', type: 'counter' }] });
    const good = { name: 'queue_length', value: 1, labels: { service: 'api' } };
    const bad = { ...(Object.keys(change).length === 0 ? { value: 1 } : good), ...change };
    const { status, body } = await post({ define: [{ name: 'new', type: 'gauge' }], record: [good, bad, good] });
    expect([status, body.errorType]).toEqual([400, 'bad_data']);
    expect(body.issues).toEqual([{ path: `record[1].${field}`, message: expect.stringContaining(reason) }]);
    expect([appended, store.metadata().map(({ name }) => name)]).toEqual([[], ['queue_length', 'served_total']]);
  });

  it.each([
    ['no object', [], 'a body is'],
    ['nothing', {}, 'there is nothing in it'],
    ['another field', { metrics: [] }, '"metrics" is not known here'],
    ['no list', { record: {} }, 'record: expected a list of samples'],
    ['no list of definitions', { define: null }, 'define: expected a list of metrics'],
    ['a sample that is none', { record: [1] }, 'record[0]: expected an object'],
    ['a type that is none', { define: [{ ...GAUGE, type: 'number' }] }, 'define[0].type'],
    ['another word for help', { define: [{ ...GAUGE, description: 'x' }] }, 'define[0].description: is not known here'],
    ['a label twice', { define: [{ ...GAUGE, labels: ['a', 'a'] }] }, 'define[0].labels: names "a" twice'],
    [
      'hundreds of labels',
      { define: [{ ...GAUGE, labels: Array.from({ length: 101 }, (_, index) => `l${index}`) }] },
      'define[0].labels: has 101 names, and may have 100',
    ],
    ['a metric twice', { define: [GAUGE, GAUGE] }, 'define[1].name: "queue_length" is defined twice'],
    ['too large numbers', '{"record":[{"name":"a","value":1e999}]}', 'record[0].value: is too large'],
    ['no JSON', '{"record":[{"name":"a","value":NaN}]}', 'the body is no JSON'],
  ])('refuses %s', async (_, request, reason) => {
    const { status, body } = await post(request);
    expect([status, body.errorType]).toEqual([400, 'bad_data']);
    expect(body.error).toContain(reason);
    expect([appended, store.metadata()]).toEqual([[], []]);
  });

  it('names up to 50 faults', async () => {
    const { body } = await post({ record: Array.from({ length: 60 }, () => ({ name: 'a', value: 'x' })) });
    expect(body.issues).toHaveLength(51);
    expect(body.error).toContain('and 10 more faults');
  });
});
