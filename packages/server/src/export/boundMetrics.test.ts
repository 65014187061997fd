import type { Frame, MetricSource } from '@glasspane/core';
import { expect, it } from 'vitest';
import { boundMetrics } from './boundMetrics.ts';

const frame = {
  fields: [
    { name: 'time', kind: 'time', values: [1, 2] },
    { name: 'value', kind: 'number', values: Float64Array.of(3, 4) },
  ],
} as unknown as Frame;
const metrics = {
  queryInstant: async () => ({ frame }),
  queryRange: async () => ({ frame }),
} as unknown as MetricSource;

it('lets through what fits, and refuses the query that goes beyond it', async () => {
  const bounded = boundMetrics(metrics, 8);
  const instant = { expr: 'a', timeMs: 0 };
  const range = { expr: 'a', startMs: 0, endMs: 1, stepMs: 1 };
  expect(await bounded.queryInstant(instant)).toEqual({ frame });
  expect(await bounded.queryRange(range)).toEqual({ frame });
  const refusal = { code: 'too_many_points', message: expect.stringContaining('more than 8 values') };
  await expect(bounded.queryRange(range)).rejects.toMatchObject(refusal);
  await expect(bounded.queryInstant(instant)).rejects.toMatchObject(refusal);
  expect(await boundMetrics(metrics, 8).queryRange(range)).toEqual({ frame });
});
