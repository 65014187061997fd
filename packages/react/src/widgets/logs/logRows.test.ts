import type { LogEntry } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { logRows } from './logRows.ts';

const entry = (timeNs: number, line: string, labels: Record<string, string> = { app: 'a' }): LogEntry => ({
  labels,
  timeNs: BigInt(timeNs),
  line,
});
const linesOf = ({ rows }: ReturnType<typeof logRows>): readonly string[] => rows.map((row) => row.entry.line);

describe('logRows', () => {
  it('puts what was found and what came since into one order, each once', () => {
    const rows = logRows([entry(3, 'c'), entry(1, 'a')], [entry(2, 'b'), entry(3, 'c'), entry(4, 'd')], 10);
    expect(linesOf(rows)).toEqual(['d', 'c', 'b', 'a']);
    expect(rows.isCut).toBe(false);
  });

  it('takes the same line of another stream, or with labels in another order, for what it is', () => {
    const both = { app: 'a', env: 'p' };
    const rows = logRows([entry(1, 'x', both)], [entry(1, 'x', { env: 'p', app: 'a' }), entry(1, 'x')], 10);
    expect(rows.rows).toHaveLength(2);
    expect(new Set(rows.rows.map(({ key }) => key)).size).toBe(2);
  });

  it('keeps the newest, and says that there were more', () => {
    const rows = logRows([entry(1, 'a'), entry(2, 'b')], [entry(3, 'c')], 2);
    expect([linesOf(rows), rows.isCut]).toEqual([['c', 'b'], true]);
  });

  it('stands later ones of one moment above earlier ones', () => {
    expect(linesOf(logRows([], [entry(1, 'first'), entry(1, 'second')], 10))).toEqual(['second', 'first']);
  });
});
