import { createMemoryBackend, SeriesStore } from '@glasspane/adapters/memory';
import type { Backend, Clock, MetricSample } from '@glasspane/core';

/** The moment at which all stories stand still. */
const sampleNowMs: number = Date.UTC(2026, 0, 31, 12, 0, 0);

/** A clock that stands still, so that a story looks the same every day. Its timers run. */
export const sampleClock: Clock = {
  now: () => sampleNowMs,
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const intervalMs = 15_000;
const spanMs = 8 * 3_600_000;
const services = ['api', 'web', 'worker'];

/** A wave of a few rhythms: looks like load, and is the same at every run. */
function wave(timeMs: number, seed: number): number {
  const minutes = timeMs / 60_000;
  return (
    Math.sin(minutes / 37 + seed) + 0.4 * Math.sin(minutes / 7.3 + 2 * seed) + 0.15 * Math.sin(minutes * 1.7 + seed)
  );
}

function samplesOf(service: string, seed: number): readonly MetricSample[] {
  const samples: MetricSample[] = [];
  let requests = 0;
  let errors = 0;
  for (let timeMs = sampleNowMs - spanMs; timeMs <= sampleNowMs; timeMs += intervalMs) {
    const load = 60 + 25 * seed + 18 * wave(timeMs, seed);
    requests += (load * intervalMs) / 1000;
    errors += (Math.max(load * (0.01 + 0.006 * wave(timeMs, seed + 5)), 0) * intervalMs) / 1000;
    const add = (name: string, value: number): number =>
      samples.push({ labels: { __name__: name, service }, timeMs, value });
    add('requests_total', requests);
    add('errors_total', errors);
    add('latency_seconds', 0.08 + 0.03 * seed + 0.02 * wave(timeMs, seed + 2));
    add('memory_bytes', (420 + 160 * seed + 40 * wave(timeMs, seed + 3)) * 2 ** 20);
  }
  return samples;
}

function sampleStore(): SeriesStore {
  const store = new SeriesStore();
  for (const [index, service] of services.entries()) store.append(samplesOf(service, index));
  return store;
}

/** Sample data of an imagined shop, the same at every run: nothing in it was measured. */
export const sampleBackend: Backend = createMemoryBackend({ id: 'sample', store: sampleStore() });
