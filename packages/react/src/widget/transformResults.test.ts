import type { Frame, Notice } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import type { WidgetQueryResult } from './defineWidget.ts';
import { transformResults } from './transformResults.ts';

const frame = (name: string): Frame => ({
  length: 1,
  fields: [
    { kind: 'time', name: 'time', values: Float64Array.of(1) },
    { kind: 'number', name, labels: {}, values: Float64Array.of(5) },
  ],
});
const slow: Notice = { severity: 'warning', message: 'slow' };
const cut: Notice = { severity: 'info', message: 'cut' };
const results: readonly WidgetQueryResult[] = [
  { query: { refId: 'A', expr: 'a', legend: 'first' }, frame: frame('a'), notices: [slow] },
  { query: { refId: 'B', expr: 'b' }, frame: frame('b'), notices: [slow, cut] },
];

describe('transformResults', () => {
  it('gives the results themselves where there is nothing to do', () => {
    for (const transformations of [undefined, []]) {
      expect(transformResults(results, transformations, {})).toEqual({ status: 'ready', results });
    }
    const unchanged = transformResults(results, [{ type: 'limit', count: 5 }], {});
    expect(unchanged.status === 'ready' && unchanged.results.every((one, index) => one === results[index])).toBe(true);
  });

  it('keeps the notices of all that is combined, each once, and names series no second time', () => {
    const joined = transformResults(results, [{ type: 'joinByField' }], {});
    expect(joined).toMatchObject({
      status: 'ready',
      results: [{ query: { refId: 'A', expr: 'a', legend: undefined }, notices: [slow, cut] }],
    });
  });

  it('says what is wrong with the transformations, and where', () => {
    expect(transformResults(results, [{ type: 'limit' }, { type: 'nope' }], {})).toMatchObject({
      status: 'invalid',
      issues: [{ path: 'transformations[0].count' }, { path: 'transformations[1].type' }],
    });
  });

  it('says what the data lack', () => {
    expect(transformResults(results, [{ type: 'sortBy', by: [{ field: 'x' }] }], {})).toEqual({
      status: 'failed',
      message: 'transformations[0] (sortBy): "x" is no field of the results, which have "time", "first", "b"',
    });
  });
});
