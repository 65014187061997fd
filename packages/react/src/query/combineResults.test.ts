import { GlasspaneError, type MetricQueryData, type Query } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { combineResults, type SingleResult } from './combineResults.ts';

const queries = [
  { refId: 'A', expr: 'up' },
  { refId: 'B', expr: 'load' },
];
const frame = { length: 0, fields: [] };
const data: MetricQueryData = { frame, notices: [], timeRange: { startMs: 0, endMs: 1 } };
const answered = (dataUpdatedAt: number) => ({ data, error: null, dataUpdatedAt });
const waiting = { data: undefined, error: null, dataUpdatedAt: 0 };
const down = new GlasspaneError('unreachable', 'No answer.');
const combine = (asked: readonly Query[], results: readonly SingleResult[]) =>
  combineResults(asked, results, () => data.timeRange);

describe('combineResults', () => {
  it('is loading until each query has an answer', () => {
    expect(combine(queries, [answered(1), waiting])).toEqual({ status: 'loading' });
  });

  it('is ready with the age of the oldest answer', () => {
    expect(combine(queries, [answered(7), answered(3)])).toEqual({
      status: 'ready',
      results: queries.map((query) => ({ query, frame, notices: [] })),
      timeRange: data.timeRange,
      updatedAtMs: 3,
      isOutdated: false,
      refreshError: undefined,
    });
  });

  it('stays ready when a refresh fails, and says why', () => {
    const state = combine(queries, [answered(7), { ...answered(3), error: down }]);
    expect(state).toMatchObject({ status: 'ready', updatedAtMs: 3, refreshError: down });
  });

  it('is an error when a query has never had an answer', () => {
    const state = combine(queries, [answered(1), { ...waiting, error: down }]);
    expect(state).toEqual({ status: 'error', error: down, isRetrying: false });
  });

  it('tells a foreign error as an internal one', () => {
    const state = combine(queries, [answered(1), { ...waiting, error: new Error('Boom.') }]);
    expect(state).toMatchObject({ status: 'error', error: { code: 'internal', message: 'Boom.' } });
  });

  it('is ready at once when there is nothing to ask', () => {
    expect(combine([], [])).toMatchObject({ status: 'ready', results: [] });
  });
});
