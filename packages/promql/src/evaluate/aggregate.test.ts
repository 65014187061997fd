import { expect, it } from 'vitest';
import { compileMatchers } from '../source/compileMatchers.ts';
import type { SampleSeries, SampleSource } from '../source/SampleSource.ts';
import { evaluateInstant } from './evaluateInstant.ts';
import { evaluateRange } from './evaluateRange.ts';

const second = 1000;
const at = (labels: Record<string, string>, ...values: readonly number[]): SampleSeries => ({
  labels,
  times: Float64Array.from(values, (_, index) => index * second),
  values: Float64Array.from(values),
});

const data = [
  at({ __name__: 'x', job: 'a', n: '1' }, 1, 2),
  at({ __name__: 'x', job: 'a', n: '2' }, 3, 4),
  at({ __name__: 'zero', n: '1' }, 0, -0),
  at({ __name__: 'zero', n: '2' }, -0, 0),
];
const source: SampleSource = {
  select({ matchers }) {
    const isWanted = compileMatchers(matchers);
    return data.filter(({ labels }) => isWanted(labels));
  },
};

async function samplesAt(query: string, timeMs = 0): Promise<unknown> {
  const result = await evaluateInstant(query, timeMs, source);
  return result.type === 'vector' ? result.samples : result;
}

it.each([
  ['topk(1e30, x)', 'Scalar value 1e+30 overflows int64'],
  ['bottomk(9223372036854775807, x)', 'Scalar value 9.223372036854776e+18 overflows int64'],
  ['limitk(Inf, x)', 'Scalar value +Inf overflows int64'],
  ['topk(NaN, x)', 'Parameter value is NaN'],
])('refuses %s', async (query, message) => {
  await expect(samplesAt(query)).rejects.toThrow(message);
});

it('refuses an amount that is too small where another is not', async () => {
  const range = { startMs: 0, endMs: second, stepMs: second };
  await expect(evaluateRange('topk(1 - time() * 1e30, x)', range, source)).rejects.toThrow(
    'Scalar value -1e+30 underflows int64',
  );
});

it.each(['topk(-Inf, x)', 'bottomk(-1e30, x)'])('finds nothing for %s', async (query) => {
  expect(await samplesAt(query)).toEqual([]);
});

it('takes the parameter of the first step where the operand is fixed, as Prometheus does', async () => {
  const range = { startMs: 0, endMs: second, stepMs: second };
  const valuesOf = async (query: string): Promise<unknown> =>
    (await evaluateRange(query, range, source)).series.map(({ values }) => [...values]);
  expect(await valuesOf('quantile(time(), x @ 0)')).toEqual([[1, 1]]);
  expect(await valuesOf('quantile(time(), x)')).toEqual([[1, 4]]);
});

it('leaves out the label of the values where the aggregation says so', async () => {
  expect(await samplesAt('count_values without (n) ("n", x)')).toEqual([{ labels: { job: 'a' }, value: 2 }]);
  expect(await samplesAt('count_values without (job) ("__name__", x{n="1"})')).toEqual([
    { labels: { n: '1' }, value: 1 },
  ]);
  expect(await samplesAt('count_values by (n) ("n", x)')).toEqual([
    { labels: { n: '1' }, value: 1 },
    { labels: { n: '3' }, value: 1 },
  ]);
});

it('takes the first of zeros of both signs for the extreme of a window', async () => {
  for (const name of ['min', 'max']) {
    expect(await samplesAt(`1 / ${name}_over_time(zero[5s])`, second)).toEqual([
      { labels: { n: '1' }, value: Number.POSITIVE_INFINITY },
      { labels: { n: '2' }, value: Number.NEGATIVE_INFINITY },
    ]);
  }
});
