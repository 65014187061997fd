import { expect, it } from 'vitest';
import { compileMatchers } from '../source/compileMatchers.ts';
import type { SampleSeries, SampleSource } from '../source/SampleSource.ts';
import { evaluateInstant } from './evaluateInstant.ts';

const sample = (labels: Record<string, string>, value: number): SampleSeries => ({
  labels,
  times: Float64Array.of(0),
  values: Float64Array.of(value),
});

const data = [
  sample({ __name__: 'many', job: 'a', code: '1' }, 1),
  sample({ __name__: 'many', job: 'a', code: '2' }, 2),
  sample({ __name__: 'one', job: 'a', code: '3' }, 1),
];
const source: SampleSource = {
  select({ matchers }) {
    const isWanted = compileMatchers(matchers);
    return data.filter(({ labels }) => isWanted(labels));
  },
};

const explicit = 'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)';
const unique = 'multiple matches for labels: grouping labels must ensure unique matches';

it.each([
  ['many > on (job) one', explicit],
  ['many > bool on (job) one', explicit],
  ['many - on (job) one', explicit],
  ['many > on (job) group_left (code) one', unique],
  ['one < on (job) group_right (code) many', unique],
  ['many + on (job) fill_right (0) (one == 5)', explicit],
])('refuses %s, whether or not the comparison holds for both', async (query, message) => {
  await expect(evaluateInstant(query, 0, source)).rejects.toThrow(message);
});

it('compares many series with one', async () => {
  const result = await evaluateInstant('many > on (job) group_left () one', 0, source);
  expect(result.type === 'vector' && result.samples).toEqual([
    { labels: { __name__: 'many', job: 'a', code: '2' }, value: 2 },
  ]);
});
