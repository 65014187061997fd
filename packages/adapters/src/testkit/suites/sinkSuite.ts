import type { MetricSink } from '@glasspane/core';
import { expect, type TestContext } from 'vitest';
import { numberFields, onlyColumn } from '../frames.ts';
import type { Suite } from '../Suite.ts';

export const sinkSuite: Suite = ({ rule, instance, select }) => {
  const withSink =
    (check: (sink: MetricSink) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      const { sink } = instance().backend;
      if (sink === undefined) skip('the backend has no sink');
      else await check(sink);
    };
  const ask = (metric: string, timeMs: number) =>
    instance().backend.metrics.queryInstant({ expr: select(metric), timeMs });

  rule(
    'W1',
    'what was recorded is there when the call resolves',
    withSink(async (sink) => {
      const timeMs = Date.now();
      await sink.record([{ labels: { __name__: 'gp_test_recorded', by: 'sink' }, timeMs, value: 42 }]);
      const result = await ask('gp_test_recorded', timeMs);
      expect(onlyColumn(result)).toEqual([42]);
      expect(numberFields(result)[0]?.labels).toEqual({ __name__: 'gp_test_recorded', by: 'sink' });
    }),
  );

  rule(
    'W2',
    'of samples that are not all valid none is taken',
    withSink(async (sink) => {
      const timeMs = Date.now();
      const good = { labels: { __name__: 'gp_test_half' }, timeMs, value: 1 };
      for (const bad of [
        { ...good, labels: { no_name: 'x' } },
        { ...good, labels: { __name__: '' } },
        { ...good, timeMs: Number.NaN },
      ]) {
        await expect(sink.record([good, bad])).rejects.toMatchObject({ code: 'invalid' });
      }
      expect(numberFields(await ask('gp_test_half', timeMs))).toEqual([]);
    }),
  );

  rule(
    'W3',
    'a metric that was defined is in the metadata, and can be defined anew',
    withSink(async (sink) => {
      const { metrics } = instance().backend;
      await sink.define({ name: 'gp_test_defined', type: 'gauge', help: 'Old.' });
      await sink.define({ name: 'gp_test_defined', type: 'counter', help: 'New.', unit: 'seconds' });
      expect(await metrics.metadata({ metric: 'gp_test_defined' })).toMatchObject([
        { name: 'gp_test_defined', type: 'counter', help: 'New.', unit: 'seconds' },
      ]);
      await expect(sink.define({ name: '', type: 'gauge' })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );
};
