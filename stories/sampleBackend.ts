import type { Backend, Clock, Frame, MetricSource } from '@glasspane/core';

/** The moment at which all stories stand still. */
export const sampleNowMs: number = Date.UTC(2026, 0, 31, 12, 0, 0);

/** A clock that stands still, so that a story looks the same every day. Its timers run. */
export const sampleClock: Clock = {
  now: () => sampleNowMs,
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

function frameOf(expr: string, times: readonly number[]): Frame {
  const names = expr.includes('by') ? ['api', 'web', 'worker'] : ['api'];
  return {
    length: times.length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from(times) },
      ...names.map((service, index) => ({
        kind: 'number' as const,
        name: expr,
        labels: { service },
        values: Float64Array.from(
          times,
          (time) => 50 + 20 * index + 12 * Math.sin(time / 400_000 + index) + 4 * Math.sin(time / 47_000 + expr.length),
        ),
      })),
    ],
  };
}

const metrics: MetricSource = {
  language: 'promql',
  queryInstant: async ({ expr, timeMs }) => ({ frame: frameOf(expr, [timeMs]), notices: [] }),
  queryRange: async ({ expr, startMs, endMs, stepMs }) => {
    const times = Array.from({ length: Math.floor((endMs - startMs) / stepMs) + 1 }, (_, i) => startMs + i * stepMs);
    return { frame: frameOf(expr, times), notices: [] };
  },
  series: async () => [],
  labelNames: async () => [],
  labelValues: async () => [],
  metadata: async () => [],
};

/** Sample data, the same at every run: nothing in it was measured. */
export const sampleBackend: Backend = { id: 'sample', metrics };
