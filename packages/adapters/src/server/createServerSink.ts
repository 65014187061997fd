import { GlasspaneError, type MetricSample, type MetricSink } from '@glasspane/core';
import type { ServerApi } from './ServerApi.ts';

/** Records metrics in the server. */
export function createServerSink(api: ServerApi): MetricSink {
  const post = async (json: unknown, signal: AbortSignal | undefined): Promise<void> => {
    await api.ask({ method: 'POST', api: '/api', path: 'metrics', json }, signal);
  };
  return {
    define: (metric, signal) => post({ define: [metric] }, signal),
    record: async (samples, signal) => post({ record: samples.map(toRecord) }, signal),
  };
}

function toRecord({ labels, timeMs, value }: MetricSample): object {
  const { __name__: name, ...others } = labels;
  // JSON makes null of it, and the server could no longer say what was wrong.
  if (!Number.isFinite(value)) {
    throw new GlasspaneError('invalid', `The value of ${name} is ${value}: the server takes finite numbers only.`);
  }
  return { name, value, labels: others, timeMs };
}
