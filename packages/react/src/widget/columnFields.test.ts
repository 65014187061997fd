import { displayValue, ValueFormatter } from '@glasspane/core';
import { expect, it } from 'vitest';
import { stateTable } from '../widgets/states/stateTable.ts';
import { columnFields } from './columnFields.ts';
import type { WidgetTableColumn } from './WidgetTable.ts';

const values = new ValueFormatter({ locale: 'en-US' });
const mappings = [{ value: 1, text: 'up' }];

function written(columns: readonly WidgetTableColumn[], value: number): readonly string[] {
  return columnFields(columns, { field: { unit: 's', mappings } }).map(
    (field) => displayValue(value, field, values).text,
  );
}

it('writes counts and shares in units of their own, and only values as the field says', () => {
  const kind = 'value';
  const columns: readonly WidgetTableColumn[] = [
    { name: 'Duration', kind },
    { name: 'Requests', kind, unit: 'short' },
    { name: 'Share', kind, unit: 'percentunit' },
  ];
  expect(written(columns, 1)).toEqual(['up', '1', '100%']);
  expect(written(columns, 0.5)).toEqual(['500\u00a0ms', '0.5', '50%']);
});

it('writes how long a state was, not the state', () => {
  expect(written(stateTable([]).columns.slice(2), 1)).toEqual(['100%', '1\u00a0s', '1']);
});
