import { expect, it } from 'vitest';
import type { SampleSource } from '../source/SampleSource.ts';
import { evaluateInstant } from './evaluateInstant.ts';

const minute = 60_000;

function sourceOf(...values: readonly number[]): SampleSource {
  const times = Float64Array.from(values, (_, index) => index * minute);
  return { select: () => [{ labels: { __name__: 'x' }, times, values: Float64Array.from(values) }] };
}

async function smooth(factors: string, source: SampleSource): Promise<unknown> {
  const result = await evaluateInstant(`double_exponential_smoothing(x[10m], ${factors})`, 5 * minute, source);
  return result.type === 'vector' ? result.samples.map(({ value }) => value) : result;
}

it('smooths with a level and a trend', async () => {
  expect(await smooth('0.5, 0.5', sourceOf(1, 3, 5, 7))).toEqual([7]);
  expect(await smooth('0.5, 0.1', sourceOf(1))).toEqual([]);
});

it.each([
  ['0, 0.5', 'invalid smoothing factor. Expected: 0 < sf < 1, got: 0.000000'],
  ['1, 0.5', 'invalid smoothing factor. Expected: 0 < sf < 1, got: 1.000000'],
  ['0.5, Inf', 'invalid trend factor. Expected: 0 < tf < 1, got: +Inf'],
])('refuses the factors %s, even for a single sample', async (factors, message) => {
  await expect(smooth(factors, sourceOf(1, 2))).rejects.toThrow(message);
  await expect(smooth(factors, sourceOf(1))).rejects.toThrow(message);
});

it('lets factors pass that are no numbers', async () => {
  expect(await smooth('NaN, 0.5', sourceOf(1, 2))).toEqual([Number.NaN]);
});
