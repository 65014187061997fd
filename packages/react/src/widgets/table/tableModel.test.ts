import type { Field, Frame, NumberField } from '@glasspane/core';
import { TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { cellColors } from './cellColors.ts';
import { numberField } from './numberField.ts';
import type { TableOptions } from './TableOptions.ts';
import { type TableCellContext, tableCell, valueAt } from './tableCell.ts';
import { tableFooter } from './tableFooter.ts';
import { createOrderKeys, filteredRows, sortedRows, type TableSort } from './tableOrder.ts';
import { type TableModelInput, tableModel } from './useTableModel.ts';

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

const text = (name: string, values: readonly string[]): Field => ({ kind: 'string', name, values });
const table = (...fields: readonly Field[]): Frame => ({ length: fields[0]?.values.length ?? 0, fields });

function tableOf(frames: readonly Frame[], options: TableOptions = {}, rest: Partial<TableModelInput> = {}): unknown {
  const { columns, length } = tableModel({ frames, ...rest }, options);
  return [
    columns.map(({ title }) => title),
    ...Array.from({ length }, (_, row) => columns.map(({ field }) => valueAt(field, row))),
  ];
}

describe('the table of series', () => {
  const requests = frame('requests', [
    [{ instance: 'a', region: 'eu' }, [1, 2]],
    [{ instance: 'b' }, [3, 4]],
  ]);
  const errors = frame('errors', [[{ instance: 'b' }, [9]]]);

  it('has a column a label, a column a frame and a row a label set', () => {
    expect(tableOf([requests, errors])).toEqual([
      ['instance', 'region', 'requests', 'errors'],
      ['a', 'eu', 2, undefined],
      ['b', undefined, 4, 9],
    ]);
  });

  it('leaves out hidden labels, and shows courses where it is asked to', () => {
    const { columns } = tableModel({ frames: [requests] }, { hiddenLabels: ['region'], hasSparklines: true });
    expect(columns.map(({ title, field }) => [title, field.kind])).toEqual([
      ['instance', 'string'],
      ['Trend', 'series'],
      ['requests', 'number'],
    ]);
  });

  it('names the series where there are no labels, and a column by its plain legend', () => {
    expect(tableOf([frame('up', [[{}, [1]]])], {}, { legends: ['Alive'] })).toEqual([
      ['Series', 'Alive'],
      ['Alive', 1],
    ]);
  });

  it('keeps two series of one frame apart, even with the same labels', () => {
    const twice = frame('m', [
      [{ x: '1' }, [1]],
      [{ x: '1' }, [2]],
    ]);
    expect(tableOf([twice])).toEqual([
      ['x', 'm'],
      ['1', 1],
      ['1', 2],
    ]);
  });

  it('takes labels that are names of object members for what they are', () => {
    const labels = Object.fromEntries([['__proto__', 'x']]);
    const odd = frame('m', [[{}, [1]]]);
    const field = odd.fields[1];
    const hostile = field?.kind === 'number' ? { ...odd, fields: [{ ...field, labels }] } : odd;
    expect(tableOf([hostile])).toEqual([
      ['__proto__', 'm'],
      ['x', 1],
    ]);
  });

  it('has a row a moment where that is asked for', () => {
    expect(tableOf([requests], { rowsOf: 'times' })).toEqual([
      ['Time', 'a', 'b'],
      [0, 1, 3],
      [1, 2, 4],
    ]);
  });
});

describe('the table of tables', () => {
  const one = table(text('host', ['b', 'a']), numberField('cpu', [1, 2]));

  it('is as it is, and several are one', () => {
    expect(tableOf([one])).toEqual([
      ['host', 'cpu'],
      ['b', 1],
      ['a', 2],
    ]);
    expect(tableOf([one, table(text('host', ['a']), numberField('mem', [9]))])).toEqual([
      ['host', 'cpu', 'mem'],
      ['b', 1, undefined],
      ['a', 2, 9],
    ]);
  });

  it('shows columns as overrides say, and leaves out what they hide', () => {
    const { columns } = tableModel(
      {
        frames: [one],
        field: { unit: 's', decimals: 1 },
        overrides: [
          { match: { by: 'name', value: 'cpu' }, field: { unit: 'percent' }, style: { cell: 'bar', width: 80 } },
          { match: { by: 'type', value: 'string' }, field: { displayName: 'Host' }, style: { width: 'wide' } },
        ],
      },
      {},
    );
    expect(columns.map(({ title, options, style }) => [title, options, style.cell, style.width])).toEqual([
      ['Host', { displayName: 'Host' }, undefined, undefined],
      ['cpu', { unit: 'percent', decimals: 1 }, 'bar', 80],
    ]);
    const hide = { match: { by: 'name' as const, value: 'host' }, style: { isHidden: true } };
    expect(tableOf([one], {}, { overrides: [hide] })).toEqual([['cpu'], [1], [2]]);
  });
});

describe('the rows', () => {
  const field = numberField('x', [2, Number.NaN, 7, undefined, 2]);
  const { columns, length } = tableModel({ frames: [table(text('host', ['b10', 'b9', 'a', '', 'b9']), field)] }, {});
  const order = (...sorts: readonly TableSort[]): readonly number[] => [
    ...sortedRows(columns, sorts, length, createOrderKeys('en')),
  ];
  const [host = '', x = ''] = columns.map(({ key }) => key);

  it('are sorted by value, or as people sort texts, what is missing last in both directions', () => {
    expect(order({ key: x, direction: 'ascending' })).toEqual([0, 4, 2, 1, 3]);
    expect(order({ key: x, direction: 'descending' })).toEqual([2, 0, 4, 1, 3]);
    expect(order({ key: host, direction: 'ascending' })).toEqual([2, 1, 4, 0, 3]);
    expect(order({ key: host, direction: 'descending' }, { key: x, direction: 'ascending' })).toEqual([0, 4, 1, 2, 3]);
    expect(order()).toEqual([0, 1, 2, 3, 4]);
  });

  it('are filtered by what a text holds or is, and by the smallest and largest number', () => {
    const rows = Uint32Array.of(4, 3, 2, 1, 0);
    const filtered = (key: string, filter: object): readonly number[] => [
      ...filteredRows(rows, columns, new Map([[key, filter]])),
    ];
    expect(filtered(host, { text: ' B9 ' })).toEqual([4, 1]);
    expect(filtered(host, { values: new Set(['a', '']) })).toEqual([3, 2]);
    expect(filtered(x, { min: 2.5 })).toEqual([2]);
    expect(filtered(x, { max: 2 })).toEqual([4, 0]);
    expect(filteredRows(rows, columns, new Map())).toBe(rows);
  });

  it('are made one of at the bottom', () => {
    const formatter = new ValueFormatter({ locale: 'en' });
    const rows = Uint32Array.of(0, 2, 3);
    expect(tableFooter(columns, rows, ['sum', 'count'], formatter)).toEqual([
      ['sum', '9'],
      ['count', '2'],
    ]);
  });
});

it('fills a cell with a colour that its text is read on', () => {
  expect(cellColors('#ffee00')).toEqual({ background: '#ffee00', text: '#000000' });
  expect(cellColors('#102030')).toEqual({ background: '#102030', text: '#ffffff' });
  expect(cellColors('good').text).toBeUndefined();
  expect(cellColors('good').background).toMatch(
    /^color-mix\(in srgb, var\(--gp-good, #[\da-f]{6}\) 20%, transparent\)$/,
  );
  expect(cellColors('viridis@0.960')).toEqual({ background: expect.stringMatching(/^#/), text: '#000000' });
});

describe('a cell', () => {
  const context = (input: TableModelInput): TableCellContext => ({
    columns: tableModel(input, {}).columns,
    formatters: {
      values: new ValueFormatter({ locale: 'en' }),
      times: new TimeFormatter({ locale: 'en', timeZone: 'UTC' }),
    },
    fromMs: 0,
    toMs: 1000,
  });
  const cellsOf = (field: NumberField, rest: Partial<TableModelInput>): readonly unknown[] => {
    const all = context({
      frames: [table(text('host', field.values.length === 0 ? [] : Array(field.values.length).fill('a/b')), field)],
      ...rest,
    });
    const column = all.columns.at(-1);
    return column === undefined ? [] : [...field.values.keys()].map((row) => tableCell(column, row, all));
  };

  it('has the colour and the words of its threshold, and of mappings', () => {
    const options = {
      thresholds: [{ color: 'good' }, { value: 5, color: 'critical', label: 'hot' }],
      mappings: [{ value: 0, text: 'off', color: 'neutral' }],
    };
    expect(cellsOf(numberField('x', [1, 9, 0]), { field: options })).toMatchObject([
      { kind: 'color-text', text: '1', color: 'good' },
      { kind: 'color-text', text: '9', color: 'critical', label: 'hot' },
      { kind: 'color-text', text: 'off', color: 'neutral' },
    ]);
  });

  it('is filled where its colours are those of a scale', () => {
    const [cell] = cellsOf(numberField('x', [5]), {
      field: { color: { by: 'scale', scale: 'blues' }, min: 0, max: 10 },
    });
    expect(cell).toMatchObject({ kind: 'color-background', color: 'blues@0.500' });
  });

  it.each<[readonly number[], object, readonly unknown[]]>([
    [[0, 5, 10], {}, [0, 0.5, 1]],
    [[-10, 0, 10], {}, [0, 0.5, 1]],
    [[5, 20], { min: 0, max: 10 }, [0.5, 1]],
    [[-1e308, 1e308], {}, [0, 1]],
    [[0, 0], {}, [undefined, undefined]],
    [[Number.NaN, Number.POSITIVE_INFINITY, 1], {}, [undefined, 1, 1]],
  ])('of %j with %j has a bar of %j', (values, field, shares) => {
    const cells = cellsOf(numberField('x', values), { field }) as readonly { readonly share?: number }[];
    expect(cells.map(({ share }) => share)).toEqual(shares);
  });

  it('has links with the texts of its row filled in and escaped', () => {
    const links = [
      { title: 'Go to {{host}}', url: '/hosts/{{host}}?from={{__from}}&v={{__value}}' },
      { title: 'Bad', url: 'javascript:alert(1)' },
    ];
    expect(cellsOf(numberField('x', [5]), { field: { links } })).toMatchObject([
      { links: [{ title: 'Go to a/b', url: '/hosts/a%2Fb?from=0&v=5' }] },
    ]);
  });
});
