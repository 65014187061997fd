import { expect, it } from 'vitest';
import { compileMatchers } from '../source/compileMatchers.ts';
import type { SampleSource } from '../source/SampleSource.ts';
import { evaluateInstant } from './evaluateInstant.ts';

const minute = 60_000;
const data = ['x', 'y'].map((name) => ({
  labels: { __name__: name, job: 'a' },
  times: Float64Array.of(minute, 2 * minute, 3 * minute),
  values: name === 'x' ? Float64Array.of(1, -1, 2) : Float64Array.of(10, 20, 30),
}));
const source: SampleSource = {
  select({ matchers }) {
    const isWanted = compileMatchers(matchers);
    return data.filter(({ labels }) => isWanted(labels));
  },
};

it('joins series that have lost their names', async () => {
  const result = await evaluateInstant('(abs((x > 0) or y))[3m:1m]', 3 * minute, source);
  expect(result.type === 'matrix' && result.series).toEqual([
    { labels: { job: 'a' }, times: data[0]?.times, values: Float64Array.of(1, 20, 2) },
  ]);
});

it('refuses to join samples of the same time', async () => {
  await expect(evaluateInstant('(abs({job="a"}))[3m:1m]', 3 * minute, source)).rejects.toThrow(
    'vector cannot contain metrics with the same labelset',
  );
});
