import type { LogEntry } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { layoutLogs } from './layoutLogs.ts';

const entries: readonly LogEntry[] = ['newest', 'a\nb', 'oldest'].map((line, index) => ({
  labels: {},
  timeNs: BigInt(100 - index),
  line,
}));
const options = { columns: 20, rows: 10, headRows: 0, wrap: true };
const shown = (placed: ReturnType<typeof layoutLogs>) => placed.map(({ rows, top }) => [top, ...rows]);

describe('layoutLogs', () => {
  it('lays all lines out where there is room', () => {
    expect(shown(layoutLogs(entries, true, options))).toEqual([
      [0, 'newest'],
      [1, 'a', 'b'],
      [3, 'oldest'],
    ]);
  });

  it('keeps the newest where there is not, in the given order', () => {
    const few = { ...options, rows: 3 };
    expect(shown(layoutLogs(entries, true, few))).toEqual([
      [0, 'newest'],
      [1, 'a', 'b'],
    ]);
    expect(shown(layoutLogs([...entries].reverse(), false, few))).toEqual([
      [0, 'a', 'b'],
      [2, 'newest'],
    ]);
  });

  it('counts the row above each text', () => {
    expect(shown(layoutLogs(entries, true, { ...options, rows: 4, headRows: 1 }))).toEqual([[0, 'newest']]);
  });

  it('cuts the newest line rather than to show none', () => {
    expect(shown(layoutLogs(entries.slice(1), true, { ...options, rows: 1 }))).toEqual([[0, '…']]);
    expect(shown(layoutLogs(entries.slice(1), true, { ...options, wrap: false }))).toEqual([
      [0, '…'],
      [1, 'oldest'],
    ]);
  });
});
