import { type Backend, type ErrorCode, GlasspaneError, type MetricSource } from '@glasspane/core';

function backendOf(id: string, ask: () => Promise<never>): Backend {
  const metrics: MetricSource = {
    language: 'promql',
    queryInstant: ask,
    queryRange: ask,
    series: ask,
    labelNames: ask,
    labelValues: ask,
    metadata: ask,
  };
  return { id, metrics };
}

/** A backend that never answers. */
export const silentBackend: Backend = backendOf('silent', () => new Promise(() => {}));

/** A backend that fails in one way, always. */
export function failingBackend(code: ErrorCode, message: string): Backend {
  return backendOf(`failing-${code}`, async () => {
    throw new GlasspaneError(code, message);
  });
}
