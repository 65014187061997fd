import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createServerBackend } from '@glasspane/adapters/server';
import type { LogEntry } from '@glasspane/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { encodePushRequest, jsonPush, type LokiStream, queryLogs } from '../support/lokiPush.ts';

let folder: string;
let server: SpawnedServer;
let nowNs: bigint;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-logs-'));
  server = await spawnServer(['--data', folder]);
  nowNs = BigInt(Date.now()) * 1_000_000n;
});

afterAll(async () => {
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

const streams = (app: string, ...lines: readonly string[]): readonly LokiStream[] => [
  { labels: { app, env: 'prod' }, entries: lines.map((line, index) => ({ timeNs: nowNs + BigInt(index), line })) },
];

function push(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/loki/api/v1/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

const PROTOBUF = { 'content-type': 'application/x-protobuf' };

describe('the Loki API of the server', () => {
  it.each([
    ['JSON', (given: readonly LokiStream[]) => push(jsonPush(given))],
    ['JSON in gzip', (given: readonly LokiStream[]) => push(gzipSync(jsonPush(given)), { 'content-encoding': 'gzip' })],
    ['protocol buffers in snappy', (given: readonly LokiStream[]) => push(encodePushRequest(given), PROTOBUF)],
  ])('takes %s and gives it back as it was', async (name, send) => {
    const app = name.replaceAll(' ', '_');
    const [stream] = streams(app, 'one "quoted"', 'two\nlines', 'ü 🙂');
    const response = await send([
      { labels: { app, env: 'prod' }, entries: [{ timeNs: nowNs + 9n, line: 'four', metadata: { trace_id: 'ab12' } }] },
      ...(stream === undefined ? [] : [stream]),
    ]);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await queryLogs(server.url, `{app="${app}"}`, { direction: 'forward', limit: '10' })).toEqual([
      { stream: { app, env: 'prod' }, timeNs: String(nowNs), line: 'one "quoted"' },
      { stream: { app, env: 'prod' }, timeNs: String(nowNs + 1n), line: 'two\nlines' },
      { stream: { app, env: 'prod' }, timeNs: String(nowNs + 2n), line: 'ü 🙂' },
      { stream: { app, env: 'prod', trace_id: 'ab12' }, timeNs: String(nowNs + 9n), line: 'four' },
    ]);
    expect(await queryLogs(server.url, `{app="${app}"} | trace_id="ab12"`)).toMatchObject([{ line: 'four' }]);
  });

  it('takes times in seconds, nanoseconds and as text, `since`, a limit and a direction', async () => {
    await push(jsonPush(streams('times', 'a', 'b', 'c')));
    const find = async (more: Record<string, string>): Promise<readonly string[]> =>
      (await queryLogs(server.url, '{app="times"}', more)).map(({ line }) => line);
    const seconds = Number(nowNs / 1_000_000n) / 1000;
    expect(await find({ start: String(nowNs + 1n), end: String(nowNs + 2n) })).toEqual(['b']);
    expect(await find({ start: String(seconds - 5), end: String(seconds + 5) })).toEqual(['c', 'b', 'a']);
    expect(await find({ start: String(Math.floor(seconds) - 5), direction: 'forward', limit: '2' })).toEqual([
      'a',
      'b',
    ]);
    expect(await find({ start: new Date(seconds * 1000 - 5000).toISOString() })).toEqual(['c', 'b', 'a']);
    expect(await find({ since: '5m' })).toEqual(['c', 'b', 'a']);
    expect(await find({ end: String(nowNs), since: '5m' })).toEqual([]);
  });

  it('names labels, their values and series, also by POST', async () => {
    await push(jsonPush(streams('named', 'x')));
    const ask = async (what: string, init?: RequestInit) =>
      (await (await fetch(`${server.url}/loki/api/v1/${what}`, init)).json()).data;
    expect(await ask('labels')).toEqual(expect.arrayContaining(['app', 'env', 'level']));
    expect(await ask('label/app/values')).toEqual(expect.arrayContaining(['glasspane-server', 'named']));
    expect(await ask(`label/app/values?query=${encodeURIComponent('{env="prod"}')}`)).not.toContain('glasspane-server');
    const body = new URLSearchParams({ 'match[]': '{app="named"}' });
    expect(await ask('series', { method: 'POST', body })).toEqual([{ app: 'named', env: 'prod' }]);
    expect(await ask('labels?start=1&end=2')).toEqual([]);
  });

  it('calculates what reads no logs, which is how Grafana tests a data source', async () => {
    const query = encodeURIComponent('vector(1)+vector(1)');
    const answer = await (await fetch(`${server.url}/loki/api/v1/query?query=${query}&time=1700000000`)).json();
    expect(answer.data).toEqual({ resultType: 'vector', result: [{ metric: {}, value: [1700000000, '2'] }] });
  });

  it.each([
    ['query_range?query={app', 'parse error at line 1, col 5'],
    ['query_range', 'no query'],
    ['query_range?query={app="x"}%20|%20json', 'other stages are not supported'],
    ['query_range?query={app="x"}&limit=9999', 'max entries limit per query exceeded'],
    ['query_range?query={app="x"}&limit=-1', 'limit must be a positive value'],
    ['query_range?query={app="x"}&limit=ten', 'invalid limit'],
    ['query_range?query={app="x"}&start=yesterday', 'invalid start'],
    ['query_range?query={app="x"}&start=2000000000&end=1000000000', 'end timestamp must not be before'],
    ['query_range?query={app="x"}&since=long', 'invalid since'],
    ['query_range?query={app="x"}&direction=sideways', 'invalid direction'],
    ['query?query={app="x"}', 'log queries are not supported as an instant query type'],
    ['series?match[]={app=', 'parse error'],
  ])('refuses %s in plain text', async (address, reason) => {
    const response = await fetch(`${server.url}/loki/api/v1/${address}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain(reason);
  });

  const bad = { app: 'bad' };
  const good = (): LokiStream => ({ labels: bad, entries: [{ timeNs: nowNs, line: 'good' }] });
  it.each<readonly [string, () => Promise<Response>, number, string]>([
    ['no JSON', () => push('{'), 400, 'the body is no JSON'],
    ['no streams', () => push('{}'), 400, '"streams" must be a list'],
    [
      'a time that is no text',
      () => push(jsonPush([good()]).replace(`"${nowNs}"`, '12')),
      400,
      'streams[0].values[0][0]',
    ],
    [
      'a label that is no text',
      () => push('{"streams":[{"stream":{"a":1},"values":[]}]}'),
      400,
      'streams[0].stream["a"]',
    ],
    [
      'one line of many over the limit',
      () => push(jsonPush([good(), { labels: bad, entries: [{ timeNs: nowNs, line: 'x'.repeat(300_000) }] }])),
      400,
      'max entry size',
    ],
    [
      'one line of many too old',
      () => push(jsonPush([good(), { labels: bad, entries: [{ timeNs: 1n, line: 'x' }] }])),
      400,
      'timestamp too old',
    ],
    ['another type', () => push('x', { 'content-type': 'text/plain' }), 415, 'is not supported'],
    ['damaged gzip', () => push('x', { 'content-encoding': 'gzip' }), 400, 'the body is no gzip'],
    ['too much', () => push('x'.repeat(9 * 1024 * 1024)), 413, 'over the limit'],
    [
      'a bomb',
      () => push(gzipSync('x'.repeat(40 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
      413,
      'over the limit',
    ],
    ['damaged snappy', () => push('\xff\xff', PROTOBUF), 400, ''],
    [
      'labels that are no selector',
      () =>
        push(
          encodePushRequest([good()]).map((byte) => (byte === 0x7b ? 0x20 : byte)),
          PROTOBUF,
        ),
      400,
      'parse error',
    ],
  ])('refuses %s with a reason, and stores nothing of it', async (_, send, status, reason) => {
    const response = await send();
    const text = await response.text();
    expect([response.status, text.includes(reason)], text).toEqual([status, true]);
    expect(text).not.toBe('');
    expect(await queryLogs(server.url, '{app="bad"}')).toEqual([]);
  });

  it('follows new lines, through the adapter, from the moment on that it is open', async () => {
    const { logs } = createServerBackend({ url: server.url });
    const heard: LogEntry[] = [];
    const end = logs.tail?.({ expr: '{app="tail"} != "no"', onEntries: (entries) => heard.push(...entries) });
    let count = 0;
    await vi.waitFor(
      async () => {
        count += 1;
        await push(jsonPush([{ labels: { app: 'tail' }, entries: [{ timeNs: nowNs + BigInt(count), line: 'yes' }] }]));
        expect(heard.length).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 100 },
    );
    await push(jsonPush(streams('tail', 'no')));
    await push(jsonPush([{ labels: { app: 'tail' }, entries: [{ timeNs: nowNs + 5000n, line: 'last' }] }]));
    await vi.waitFor(() =>
      expect(heard.at(-1)).toEqual({ labels: { app: 'tail' }, timeNs: nowNs + 5000n, line: 'last' }),
    );
    expect(heard.map(({ line }) => line)).not.toContain('no');
    end?.();
  });

  it('searches through the adapter', async () => {
    await push(jsonPush(streams('adapter', 'a', 'b')));
    const { logs } = createServerBackend({ url: server.url });
    const range = { startMs: Date.now() - 60_000, endMs: Date.now() + 60_000 };
    const found = await logs.query({ expr: '{app="adapter"}', ...range, limit: 10 });
    expect(found.map(({ line }) => line)).toEqual(['b', 'a']);
    expect(await logs.labelNames(range)).toContain('app');
    expect(await logs.labelValues('app', range)).toContain('adapter');
    await expect(logs.query({ expr: '{app="x"} | json', ...range, limit: 1 })).rejects.toMatchObject({
      code: 'bad_query',
    });
  });

  it('keeps its own log, without keys', async () => {
    const key = /gp_\w+/.exec(server.output())?.[0] ?? '';
    expect(key).not.toBe('');
    const own = await queryLogs(server.url, '{app="glasspane-server"}', { limit: '1000' });
    expect(own.map(({ line }) => line).join('\n')).toContain('level=info msg="opened the store"');
    expect(JSON.stringify(own)).not.toContain(key);
    expect(server.output()).toContain('msg="opened the store"');
  });

  it('refuses a tail of a text that is no query, and ends tails when it stops', async () => {
    const refused = await fetch(`${server.url}/api/v1/logs/tail?query=nope`);
    expect([refused.status, (await refused.json()).errorType]).toEqual([400, 'bad_data']);
    const tail = await fetch(`${server.url}/api/v1/logs/tail?query=${encodeURIComponent('{app="x"}')}`);
    expect(tail.headers.get('content-type')).toBe('text/event-stream');
    const ended = tail.text();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await ended).toContain('event: open');
    server = await spawnServer(['--data', folder]);
    expect(await queryLogs(server.url, '{app="adapter"}')).toHaveLength(2);
    expect(await readFile(path.join(folder, 'samples.duckdb'))).not.toHaveLength(0);
  });
});
