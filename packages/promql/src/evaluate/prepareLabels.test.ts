import { expect, it } from 'vitest';
import type { SampleSource } from '../source/SampleSource.ts';
import { evaluateRange } from './evaluateRange.ts';
import { prepareLabels } from './prepareLabels.ts';

it('puts labels in order, without those that are empty', () => {
  expect(Object.entries(prepareLabels({ b: '2', c: '', a: '1' }).toLabels())).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
});

it('keeps frozen labels that are in order as they are', () => {
  const labels = Object.freeze({ a: '1', b: '2' });
  expect(prepareLabels(labels).toLabels()).toBe(labels);
});

it('spares a source that keeps them the work, and changes no answer', async () => {
  const labels = { __name__: 'x_total', job: 'j', a: '1' };
  const sample = { labels, times: Float64Array.of(0, 1000), values: Float64Array.of(1, 3) };
  const times = { startMs: 1000, endMs: 1000, stepMs: 1 };
  const answer = (prepared: ReturnType<typeof prepareLabels> | undefined): Promise<unknown> => {
    const source: SampleSource = { select: () => [{ ...sample, prepared }] };
    return evaluateRange('sum by (a) (increase(x_total[2s])) or x_total', times, source);
  };
  expect(await answer(prepareLabels(labels))).toEqual(await answer(undefined));
  // A copy of the package that the source was built with is not taken for this one.
  expect(await answer({ toLabels: () => labels })).toEqual(await answer(undefined));
});
