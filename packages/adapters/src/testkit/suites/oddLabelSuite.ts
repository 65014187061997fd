import type { LabelRequest } from '@glasspane/core';
import { expect } from 'vitest';
import { HOSTILE_LABELS, ODD_VALUES } from '../fixture.ts';
import { cellsBy, numberFields, onlyColumn } from '../frames.ts';
import { equal, type Suite } from '../Suite.ts';

export const oddLabelSuite: Suite = ({ rule, instance, fixture, select }) => {
  const source = () => instance().backend.metrics;
  const ask = (expr: string) => source().queryInstant({ expr, timeMs: fixture().endMs });
  const during = (request: LabelRequest): LabelRequest => ({
    startMs: fixture().startMs,
    endMs: fixture().endMs,
    ...request,
  });

  rule('O1', 'odd label values come back as they are', async () => {
    const found = Object.keys(cellsBy('value', await ask(select('gp_test_odd'))));
    expect(found).toEqual([...ODD_VALUES].sort());
  });

  rule('O2', 'each odd label value can be selected', async () => {
    for (const [at, value] of ODD_VALUES.entries()) {
      expect(onlyColumn(await ask(select('gp_test_odd', equal('value', value)))), value).toEqual([at]);
    }
  });

  rule('O3', 'labels may have names that mean something to JavaScript', async () => {
    const [field] = numberFields(await ask(select('gp_test_hostile')));
    expect(Object.entries(field?.labels ?? {}).sort()).toEqual(Object.entries(HOSTILE_LABELS).sort());
  });

  rule('O4', 'odd label values are listed as they are', async () => {
    const values = await source().labelValues('value', during({ selectors: ['gp_test_odd'] }));
    expect(values).toEqual([...ODD_VALUES].sort());
    const found = await source().series(during({ selectors: ['gp_test_odd'] }));
    expect(found.map(({ value }) => value).sort()).toEqual([...ODD_VALUES].sort());
  });

  rule('O5', 'labels whose names mean something to JavaScript are listed', async () => {
    const found = await source().series(during({ selectors: ['gp_test_hostile'] }));
    expect(found.map((labels) => Object.entries(labels).sort())).toEqual([Object.entries(HOSTILE_LABELS).sort()]);
    expect(await source().labelValues('__proto__', during({}))).toEqual(['polluted']);
    expect(await source().labelValues('toString', during({}))).toEqual([]);
  });
};
