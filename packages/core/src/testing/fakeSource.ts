import type { MetricSource } from '../backend/MetricSource.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';

/** A source that can do only what a test gives it. */
export function fakeSource(methods: Partial<MetricSource>): MetricSource {
  const refuse = (): Promise<never> =>
    Promise.reject(new GlasspaneError('unsupported', 'The test does not ask for this.'));
  return {
    language: 'promql',
    queryInstant: refuse,
    queryRange: refuse,
    series: refuse,
    labelNames: refuse,
    labelValues: refuse,
    metadata: refuse,
    ...methods,
  };
}
