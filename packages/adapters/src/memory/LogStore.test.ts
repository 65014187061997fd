import type { LogEntry } from '@glasspane/core';
import { parseLogql } from '@glasspane/core/logs';
import { describe, expect, it } from 'vitest';
import { compileLogql } from './compileLogql.ts';
import { LogStore } from './LogStore.ts';

const entry = (timeMs: number, line: string, labels: Record<string, string> = { app: 'a' }): LogEntry => ({
  labels,
  timeNs: BigInt(timeMs) * 1_000_000n,
  line,
});
const all = { startMs: 0, endMs: 1000, limit: 100 };
const linesOf = (entries: readonly LogEntry[]): readonly string[] => entries.map(({ line }) => line);

describe('compileLogql', () => {
  const finds = (filters: string, line: string): boolean =>
    compileLogql(parseLogql(`{app="a"} ${filters}`))({ labels: { app: 'a' }, line });

  it.each([
    ['|= "b"', 'abc', true],
    ['!= "b"', 'abc', false],
    ['|~ "^b"', 'abc', false],
    ['|~ "^a"', 'abc', true],
    ['|~ "c$"', 'abc', true],
    ['|~ "a.c"', 'xabcx', true],
    ['|~ "a.c"', 'xa\ncx', false],
    ['|~ "b"', 'a\nb\nc', true],
    ['|~ "(?i)ERR|warn"', 'an error', true],
    ['!~ "a|z"', 'abc', false],
    ['|~ "x" |~ "y"', 'yx', true],
  ])('%s on %j is %s', (filters, line, expected) => {
    expect(finds(filters, line)).toBe(expected);
  });

  it('filters by the labels of a stream and by those of a line', () => {
    const isWanted = compileLogql(parseLogql('{app="a"} | trace_id="1" | env!="prod"'));
    expect(isWanted({ labels: { app: 'a' }, metadata: { trace_id: '1' }, line: '' })).toBe(true);
    expect(isWanted({ labels: { app: 'a', env: 'prod' }, metadata: { trace_id: '1' }, line: '' })).toBe(false);
    expect(isWanted({ labels: { app: 'a' }, line: '' })).toBe(false);
  });

  it('takes linear time for what makes a backtracking engine hang', () => {
    expect(finds('|~ "(a+)+$"', `${'a'.repeat(20_000)}!`)).toBe(false);
  });
});

describe('LogStore', () => {
  it('finds lines of the wanted streams, the newest first, within the time range and the limit', async () => {
    const store = new LogStore();
    store.append([entry(3, 'c'), entry(1, 'a'), entry(2, 'b'), entry(2, 'other', { app: 'b' })]);
    expect(linesOf(await store.query({ ...all, expr: '{app="a"}' }))).toEqual(['c', 'b', 'a']);
    expect(linesOf(await store.query({ ...all, expr: '{app="a"}', limit: 2 }))).toEqual(['c', 'b']);
    expect(linesOf(await store.query({ ...all, expr: '{app="a"}', limit: 2, direction: 'forward' }))).toEqual([
      'a',
      'b',
    ]);
    expect(linesOf(await store.query({ ...all, expr: '{app=~".+"} |= "o"', startMs: 2, endMs: 3 }))).toEqual(['other']);
    await expect(store.query({ ...all, expr: '{app=' })).rejects.toMatchObject({ code: 'bad_query' });
  });

  it('names the labels and their values, sorted', async () => {
    const store = new LogStore();
    store.append([entry(1, 'x', { b: '2', a: '1' }), entry(2, 'y', { b: '1' })]);
    expect(await store.labelNames(all)).toEqual(['a', 'b']);
    expect(await store.labelValues('b', all)).toEqual(['1', '2']);
    expect(await store.labelValues('__proto__', all)).toEqual([]);
  });

  it('tells followers of new lines that they asked for, until they end', () => {
    const store = new LogStore();
    const heard: string[] = [];
    const end = store.tail({ expr: '{app="a"} |= "x"', onEntries: (entries) => heard.push(...linesOf(entries)) });
    store.append([entry(1, 'x1'), entry(2, 'y')]);
    end();
    store.append([entry(3, 'x2')]);
    expect(heard).toEqual(['x1']);
    const errors: Error[] = [];
    store.tail({ expr: 'nope', onEntries: () => undefined, onError: (error) => errors.push(error) })();
    expect(errors).toMatchObject([{ code: 'bad_query' }]);
  });

  it('keeps a bounded number of lines, and takes none of a batch with one that has no labels', () => {
    const store = new LogStore({ maxEntries: 3 });
    store.append([1, 2, 3, 4, 5].map((time) => entry(time, String(time))));
    expect(store.size).toBe(3);
    expect(() => store.append([entry(6, 'a'), entry(7, 'b', {})])).toThrow('needs at least one label');
    expect(store.size).toBe(3);
  });
});
