import type { RemoteSeries } from '../../tests/support/remoteWrite.ts';

const stepMs = 15_000;
// Prometheus 3 leaves out a sample at the very start of a window, Prometheus 2 takes it: none is to lie there.
const offsetMs = 7_000;

/** Where the samples lie in time. */
export interface DatasetRange {
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  /** Milliseconds since the epoch. */
  readonly endMs: number;
}

/**
 * Makes the samples of a small platform: 240 counters of requests and 50 latency histograms of 12 buckets, one sample
 * every 15 seconds. The same range gives the same samples.
 *
 * @returns the batches to write, each after the one before it in time.
 */
export function* makeDataset({ startMs, endMs }: DatasetRange): Generator<readonly RemoteSeries[]> {
  const series = [...requestSeries(), ...latencySeries()];
  const samplesPerBatch = 20;
  for (let fromMs = startMs; fromMs <= endMs; fromMs += samplesPerBatch * stepMs) {
    const times = Array.from({ length: samplesPerBatch }, (_, i) => fromMs + offsetMs + i * stepMs).filter(
      (time) => time <= endMs,
    );
    yield series.map(({ labels, valueAt }) => ({
      labels,
      samples: times.map((time) => [time, valueAt((time - startMs) / 1000)] as const),
    }));
  }
}

interface Generated {
  readonly labels: Readonly<Record<string, string>>;
  /** The value so many seconds after the start. */
  valueAt(seconds: number): number;
}

const codes = [
  { code: '200', perSecond: 20 },
  { code: '404', perSecond: 2 },
  { code: '500', perSecond: 0.1 },
];

function requestSeries(): Generated[] {
  return range(20).flatMap((instance) =>
    range(4).flatMap((route) =>
      codes.map(({ code, perSecond }) => ({
        labels: {
          __name__: 'bench_requests_total',
          instance: `host-${instance}:9100`,
          route: `/route/${route}`,
          code,
        },
        valueAt: (seconds: number) => Math.floor(seconds * (1 + route + instance / 20) * perSecond),
      })),
    ),
  );
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Number.POSITIVE_INFINITY];

function latencySeries(): Generated[] {
  return range(50).flatMap((instance) =>
    bounds.map((bound) => ({
      labels: {
        __name__: 'bench_latency_seconds_bucket',
        instance: `host-${instance}:9100`,
        le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound),
      },
      valueAt: (seconds: number) => Math.floor(seconds * 10 * (1 - Math.exp(-bound * (4 + (instance % 7))))),
    })),
  );
}

/** The numbers from 0 to below the count. */
function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
