import type { LabelRequest } from '@glasspane/core';
import type { Labels } from '@glasspane/promql/syntax';
import { expect } from 'vitest';
import type { Suite } from '../Suite.ts';

const REQUESTS: readonly Labels[] = ['a', 'b'].map((instance) => ({
  __name__: 'gp_test_requests_total',
  instance,
  job: 'api',
}));

const sorted = (sets: readonly Labels[]): Labels[] =>
  [...sets].sort((a, b) =>
    JSON.stringify(Object.entries(a).sort()) < JSON.stringify(Object.entries(b).sort()) ? -1 : 1,
  );

export const labelSuite: Suite = ({ rule, instance, fixture }) => {
  const source = () => instance().backend.metrics;
  const during = (request: LabelRequest): LabelRequest => ({
    startMs: fixture().startMs,
    endMs: fixture().endMs,
    ...request,
  });

  rule('L1', 'the label sets of a selector are complete', async () => {
    const found = await source().series(during({ selectors: ['gp_test_requests_total'] }));
    expect(sorted(found)).toEqual(REQUESTS);
  });

  rule('L2', 'several selectors give each series once', async () => {
    const selectors = ['gp_test_requests_total{instance="a"}', '{job="api"}', 'gp_test_gap'];
    const found = await source().series(during({ selectors }));
    expect(sorted(found)).toEqual(sorted([{ __name__: 'gp_test_gap' }, ...REQUESTS]));
  });

  rule('L3', 'series without a sample in the time range are left out', async () => {
    const { timeOf, endMs } = fixture();
    const selectors = ['gp_test_old', 'gp_test_gap'];
    const late = await source().series({ selectors, startMs: timeOf(60), endMs });
    expect(late).toEqual([{ __name__: 'gp_test_gap' }]);
  });

  rule('L4', 'label names are sorted, each once', async () => {
    const selectors = ['gp_test_requests_total', 'gp_test_temperature', 'gp_test_hostile'];
    const names = await source().labelNames(during({ selectors }));
    const expected = ['__name__', '__proto__', 'constructor', 'hasOwnProperty', 'instance', 'job', 'room'];
    expect(names).toEqual(expected);
  });

  rule('L5', 'values of a label are sorted, each once, and only those of the selected series', async () => {
    expect(await source().labelValues('room', during({}))).toEqual(['cellar', 'kitchen']);
    const selectors = ['gp_test_requests_total', 'gp_test_temperature{room="cellar"}'];
    expect(await source().labelValues('__name__', during({ selectors }))).toEqual([
      'gp_test_requests_total',
      'gp_test_temperature',
    ]);
    expect(await source().labelValues('room', during({ selectors }))).toEqual(['cellar']);
  });

  rule('L6', 'a label or selector that nobody has gives an empty list', async () => {
    expect(await source().labelValues('gp_test_no_such_label', during({}))).toEqual([]);
    expect(await source().labelValues('job', during({ selectors: ['gp_test_absent'] }))).toEqual([]);
    expect(await source().labelNames(during({ selectors: ['gp_test_absent'] }))).toEqual([]);
    expect(await source().series(during({ selectors: ['gp_test_absent'] }))).toEqual([]);
  });

  rule('L7', 'without selectors everything is found', async () => {
    expect(await source().labelNames({})).toEqual(expect.arrayContaining(['__name__', 'job', 'room']));
    expect(await source().labelValues('__name__', {})).toEqual(expect.arrayContaining(['gp_test_gap', 'gp_test_odd']));
    expect(await source().series({})).toEqual(expect.arrayContaining([...REQUESTS]));
  });

  rule('L8', 'a limit cuts lists', async () => {
    const selectors = ['gp_test_odd'];
    expect(await source().series(during({ selectors, limit: 3 }))).toHaveLength(3);
    expect(await source().labelNames(during({ selectors, limit: 1 }))).toHaveLength(1);
    expect(await source().labelValues('value', during({ selectors, limit: 3 }))).toHaveLength(3);
  });
};
