import { describe, expect, it } from 'vitest';
import { tableOrder } from './tableOrder.ts';

const table = {
  columns: [
    { name: 'Series', kind: 'text' },
    { name: 'Value', kind: 'value' },
  ],
  rows: [
    ['disk 10', 3],
    ['disk 9', Number.NaN],
    ['c', Number.POSITIVE_INFINITY],
    ['a', undefined],
    ['b', -1],
  ],
} as const;

describe('tableOrder', () => {
  it('leaves the rows as they are until it is asked to sort', () => {
    expect(tableOrder(table, undefined, 'en')).toEqual([0, 1, 2, 3, 4]);
  });

  it('puts what is missing last in both directions', () => {
    expect(tableOrder(table, { column: 1, direction: 'descending' }, 'en')).toEqual([2, 0, 4, 1, 3]);
    expect(tableOrder(table, { column: 1, direction: 'ascending' }, 'en')).toEqual([4, 0, 2, 1, 3]);
  });

  it('knows numbers in texts', () => {
    expect(tableOrder(table, { column: 0, direction: 'ascending' }, 'en')).toEqual([3, 4, 2, 1, 0]);
  });
});
