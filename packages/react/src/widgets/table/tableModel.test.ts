import type { Frame } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { sortRows } from './sortRows.ts';
import { tableModel } from './tableModel.ts';

function frame(name: string, series: readonly (readonly [Record<string, string>, readonly number[]])[]): Frame {
  const length = series[0]?.[1].length ?? 0;
  return {
    length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from({ length }, (_, row) => row) },
      ...series.map(([labels, values]) => ({
        kind: 'number' as const,
        name,
        labels: { __name__: name, ...labels },
        values: Float64Array.from(values),
      })),
    ],
  };
}

describe('tableModel', () => {
  it('has a column a label, a column a frame and a row a label set', () => {
    const requests = frame('requests', [
      [{ instance: 'a', region: 'eu' }, [1, 2]],
      [{ instance: 'b' }, [3, 4]],
    ]);
    const errors = frame('errors', [[{ instance: 'b' }, [9]]]);
    expect(tableModel([requests, errors], undefined, 'last')).toEqual({
      columns: [
        { key: 'label instance', title: 'instance', kind: 'text' },
        { key: 'label region', title: 'region', kind: 'text' },
        { key: 'value 0', title: 'requests', kind: 'value' },
        { key: 'value 1', title: 'errors', kind: 'value' },
      ],
      rows: [
        { key: '[["instance","a"],["region","eu"]]', cells: ['a', 'eu', 2, undefined] },
        { key: '[["instance","b"]]', cells: ['b', undefined, 4, 9] },
      ],
    });
  });

  it('names the series where there are no labels, and a column by its plain legend', () => {
    expect(tableModel([frame('up', [[{}, [1]]])], ['Alive'], 'last')).toEqual({
      columns: [
        { key: 'name', title: 'Series', kind: 'text' },
        { key: 'value 0', title: 'Alive', kind: 'value' },
      ],
      rows: [{ key: '[]', cells: ['Alive', 1] }],
    });
  });

  it('keeps two series of one frame apart, even with the same labels', () => {
    const twice = frame('m', [
      [{ x: '1' }, [1]],
      [{ x: '1' }, [2]],
    ]);
    expect(tableModel([twice], undefined, 'last').rows.map(({ cells }) => cells)).toEqual([
      ['1', 1],
      ['1', 2],
    ]);
  });

  it('takes labels that are names of object members for what they are', () => {
    const labels = Object.fromEntries([['__proto__', 'x']]);
    const odd = frame('m', [[{}, [1]]]);
    const field = odd.fields[1];
    const hostile = field?.kind === 'number' ? { ...odd, fields: [{ ...field, labels }] } : odd;
    expect(tableModel([hostile], undefined, 'last').columns.map(({ title }) => title)).toEqual(['__proto__', 'm']);
  });
});

describe('sortRows', () => {
  const rows = [
    ['b10', 2],
    ['b9', Number.NaN],
    ['a', 7],
    ['c', undefined],
  ].map((cells, index) => ({
    key: String(index),
    cells: cells as (string | number | undefined)[],
  }));
  const order = (column: number, direction: 'ascending' | 'descending'): unknown =>
    sortRows(rows, { column, direction }, 'en').map(({ cells }) => cells[0]);

  it('sorts numbers by value and keeps what is missing last in both directions', () => {
    expect([order(1, 'ascending'), order(1, 'descending')]).toEqual([
      ['b10', 'a', 'b9', 'c'],
      ['a', 'b10', 'b9', 'c'],
    ]);
  });

  it('sorts texts as people do, numbers in them by value', () => {
    expect(order(0, 'ascending')).toEqual(['a', 'b9', 'b10', 'c']);
  });
});
