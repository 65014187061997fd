import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLogql } from '@glasspane/adapters/memory';
import type { Clock } from '@glasspane/core';
import { parseLogql } from '@glasspane/core/logs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Logger } from '../log/Logger.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { DuckDbLogs } from './DuckDbLogs.ts';
import type { IncomingLog } from './IncomingLog.ts';
import { LOG_LIMITS, type LogLimits } from './LogLimits.ts';
import type { StoredLog } from './LogSearch.ts';

const NOW_MS = 1_700_000_000_000;
const NOW_NS = BigInt(NOW_MS) * 1_000_000n;
const DAY_MS = 86_400_000;

let now: number;
let folder: string;
let database: Database;
let logs: DuckDbLogs;

const clock: Clock = { now: () => now, setTimeout: () => () => undefined };
const log: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function open(limits: Partial<LogLimits> = {}): void {
  logs = new DuckDbLogs(database, { retentionMs: 7 * DAY_MS, limits: { ...LOG_LIMITS, ...limits }, clock, log });
}

beforeEach(async () => {
  now = NOW_MS;
  folder = await mkdtemp(join(tmpdir(), 'glasspane-logs-'));
  database = await openDatabase(folder);
  open();
});

afterEach(async () => {
  await logs.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (offsetNs: bigint | number, text: string, labels: Record<string, string> = { app: 'a' }): IncomingLog => ({
  labels,
  timeNs: NOW_NS + BigInt(offsetNs),
  line: text,
});

async function find(text: string, more: Partial<Parameters<DuckDbLogs['search']>[0]> = {}): Promise<readonly string[]> {
  const found = await logs.search({ query: parseLogql(text), limit: 100, direction: 'backward', ...more });
  return found.map((entry) => entry.line);
}

describe('DuckDbLogs', () => {
  it('finds lines in order, within a time range that is open at its end, up to the limit', async () => {
    await logs.append([line(2, 'c'), line(1, 'b1'), line(1, 'b2'), line(0, 'a'), line(1, 'other', { app: 'b' })]);
    expect(await find('{app="a"}')).toEqual(['c', 'b2', 'b1', 'a']);
    expect(await find('{app="a"}', { direction: 'forward' })).toEqual(['a', 'b1', 'b2', 'c']);
    expect(await find('{app="a"}', { startNs: NOW_NS + 1n, endNs: NOW_NS + 2n })).toEqual(['b2', 'b1']);
    expect(await find('{app="a"}', { limit: 1 })).toEqual(['c']);
    expect(await find('{app="nobody"}')).toEqual([]);
  });

  it('stores the same line of a stream and time once, in one request and in several', async () => {
    await logs.append([line(0, 'x'), line(0, 'x'), line(0, 'x', { app: 'b' })]);
    await Promise.all([logs.append([line(0, 'x')]), logs.append([line(0, 'x'), line(0, 'y')])]);
    await logs.append([line(0, 'x', { app: 'a', empty: '' }), line(1, 'x')]);
    expect(await find('{app=~"a|b"}')).toEqual(['x', 'y', 'x', 'x']);
  });

  it('takes lines that are older than those it has', async () => {
    await logs.append([line(10, 'new')]);
    await logs.append([line(-5_000_000_000n, 'old')]);
    expect(await find('{app="a"}')).toEqual(['new', 'old']);
  });

  it('keeps whatever characters a line and its labels have', async () => {
    const odd = ['', '\0', 'a\nb\r\n', '"\'`\\', "'; DROP TABLE log_entries; --", 'ü 🙂 \u2028', '%_*', '$1', '\u202e'];
    await logs.append(odd.map((text, index) => line(index, text, { app: 'a', odd: text })));
    expect(await find('{app="a"}', { direction: 'forward' })).toEqual(odd);
    for (const text of odd.filter((value) => value !== '')) {
      const query = {
        matchers: [{ name: 'odd', operator: '=', value: text }],
        filters: [{ operator: '|=', value: text }],
        labelFilters: [],
      } as const;
      expect((await logs.search({ query, limit: 9, direction: 'forward' })).map((entry) => entry.line)).toEqual([text]);
    }
    await logs.append([line(99, 'lone \ud800 surrogate')]);
    expect(await find('{app="a"} |= "lone"')).toEqual(['lone \ufffd surrogate']);
  });

  it('answers filters exactly as the live tail does', async () => {
    const texts = ['error: a', 'Error', 'a\nerror', 'warn 42ms', '{"level":"error"}', 'é', 'aaa', ''];
    const given = texts.map((text, index) => ({
      ...line(index, text, index % 2 === 0 ? { app: 'a', env: 'p' } : { app: 'a' }),
      ...(index % 3 === 0 ? { metadata: { trace_id: `t${index}`, env: 'x' } } : {}),
    }));
    await logs.append(given);
    for (const filters of [
      '|= "error"',
      '!= "error"',
      '|~ "^error"',
      '|~ "error$"',
      '|~ "(?i)ERROR"',
      '|~ "a.error"',
      '|~ `\\d+ms`',
      '!~ "a|e"',
      '|~ "^.$"',
      '|= "a" != "b" |~ "r" !~ "z"',
      '|~ "(a+)+$"',
      '|= ""',
      '| env="p"',
      '| env!="p"',
      '| env="x"',
      '| trace_id=~"t[03]"',
      '| trace_id!~"t.*" |= "r"',
      '| trace_id=""',
      '| app="a" | nothing=~".*"',
    ]) {
      const query = parseLogql(`{app="a"} ${filters}`);
      const expected = given.filter(compileLogql(query)).map((entry) => entry.line);
      const found = await logs.search({ query, limit: 100, direction: 'forward' });
      expect(
        found.map((entry) => entry.line),
        filters,
      ).toEqual(expected);
    }
  });

  it('names the streams with a line in a time range', async () => {
    await logs.append([line(0, 'x'), line(10, 'x', { app: 'b', env: 'p' })]);
    const labelsIn = async (startNs: bigint, endNs: bigint) =>
      (await logs.streams({ startNs, endNs }, [])).map(({ labels }) => labels);
    expect(await labelsIn(NOW_NS, NOW_NS + 20n)).toEqual([{ app: 'a' }, { app: 'b', env: 'p' }]);
    expect(await labelsIn(NOW_NS + 1n, NOW_NS + 20n)).toEqual([{ app: 'b', env: 'p' }]);
  });

  it('keeps lines, streams and their order over a restart', async () => {
    await logs.append([line(0, 'first'), line(0, 'second')]);
    await database.close();
    database = await openDatabase(folder);
    open();
    await logs.append([line(0, 'second'), line(0, 'third')]);
    expect(await find('{app="a"}', { direction: 'forward' })).toEqual(['first', 'second', 'third']);
    expect(await logs.streams({}, [])).toHaveLength(1);
  });

  it.each([
    ['a line that is too long', [line(0, 'x'.repeat(256 * 1024 + 1))], 'max entry size 262144 bytes exceeded'],
    ['a stream without labels', [line(0, 'x', {})], 'at least one label pair'],
    ['a label name that is none', [line(0, 'x', { 'a-b': '1' })], 'the label name "a-b"'],
    [
      'too many labels',
      [line(0, 'x', Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`l${i}`, 'x'])))],
      'has 16 label names; limit 15',
    ],
    ['a label value that is too long', [line(0, 'x', { a: 'x'.repeat(2049) })], 'over 2048 characters'],
    ['a time over the retention', [line(-BigInt(8 * DAY_MS) * 1_000_000n, 'x')], 'timestamp too old: 2023-11-06'],
    ['a time in the future', [line(BigInt(DAY_MS) * 1_000_000n, 'x')], 'timestamp too new: 2023-11-15'],
    ['a time that no clock has', [line(2n ** 63n, 'x')], 'timestamp too new'],
  ])('refuses %s, and stores nothing of the request', async (_, bad, message) => {
    await expect(logs.append([line(0, 'good'), ...bad])).rejects.toMatchObject({ code: 'invalid' });
    await expect(logs.append([line(0, 'good'), ...bad])).rejects.toThrow(message);
    expect(await find('{app=~".+"}')).toEqual([]);
  });

  it('refuses more streams, more lines and more bytes than it may hold', async () => {
    open({ maxStreams: 2, maxEntriesPerRequest: 3, maxQueryBytes: 10 });
    await expect(logs.append([1, 2, 3, 4].map((at) => line(at, 'x')))).rejects.toThrow('may have 3');
    await logs.append([line(0, '12345'), line(0, '12345', { app: 'b' })]);
    await expect(logs.append([line(0, 'x', { app: 'c' })])).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await find('{app=~".+"}')).toHaveLength(2);
    await logs.append([line(1, '6')]);
    await expect(find('{app=~".+"}')).rejects.toMatchObject({ code: 'too_many_samples' });
    expect(await find('{app="a"}')).toEqual(['6', '12345']);
  });

  it('refuses too many streams to the one who brings them, and to nobody else', async () => {
    open({ maxStreams: 2 });
    const fromThree = ['b', 'c', 'd'].map((app) => line(0, 'x', { app }));
    const requests = [
      [line(0, 'x')],
      fromThree,
      [line(1, 'y')],
      [line(0, 'x', { app: 'b' })],
      [line(0, 'x', { app: 'c' })],
    ];
    const results = await Promise.allSettled(requests.map((request) => logs.append(request)));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(await find('{app=~".+"}', { direction: 'forward' })).toEqual(['x', 'x', 'y']);
  });

  it('forgets what is over the retention, and streams that have nothing else', async () => {
    await logs.append([line(0, 'old'), line(0, 'old too', { app: 'b' }), line(BigInt(60_000) * 1_000_000n, 'new')]);
    now = NOW_MS + 7 * DAY_MS + 1;
    await logs.applyRetention();
    expect(await find('{app=~".+"}')).toEqual(['new']);
    expect(await logs.streams({}, [])).toMatchObject([{ labels: { app: 'a' } }]);
  });

  it('tells listeners of new lines only, once they are durable', async () => {
    const heard: StoredLog[] = [];
    const end = logs.onAppend((stored) => heard.push(...stored));
    await logs.append([line(0, 'x')]);
    await logs.append([line(0, 'x'), { ...line(1, 'y'), metadata: { trace_id: '1' } }]);
    end();
    await logs.append([line(2, 'z')]);
    expect(heard).toEqual([
      { labels: { app: 'a' }, timeNs: NOW_NS, line: 'x', metadata: undefined },
      { labels: { app: 'a' }, timeNs: NOW_NS + 1n, line: 'y', metadata: { trace_id: '1' } },
    ]);
  });

  it('stores nothing when the disk does not take it, and says so', async () => {
    await database.close();
    await expect(logs.append([line(0, 'x')])).rejects.toMatchObject({ code: 'unavailable' });
    database = await openDatabase(folder);
    open();
    expect(await find('{app="a"}')).toEqual([]);
  });

  it('gives up a search whose caller is gone', async () => {
    const controller = new AbortController();
    controller.abort();
    const search = { query: parseLogql('{app="a"}'), limit: 1, direction: 'forward' } as const;
    await expect(logs.search(search, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
