import { SeriesStore } from '@glasspane/adapters/memory';
import type { Labels, MetricDescriptor } from '@glasspane/core';

/** The moment at which the sample data ends: a day that is long over, never to be taken for a live system. */
export const sampleEndMs: number = Date.UTC(2026, 0, 31, 12, 0, 0);

/** The length of a label value that makes a backtracking matcher hang. */
export const longTextLength = 50_000;

const intervalMs = 15_000;
const spanMs = 8 * 3_600_000;
const minuteMs = 60_000;
const instances = ['api-1', 'api-2', 'api-3'];
const routes = ['/cart', '/checkout', '/search'];
const codes: readonly (readonly [code: string, share: number])[] = [
  ['200', 0.96],
  ['404', 0.03],
  ['500', 0.01],
];
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What the sample data holds. */
export const sampleMetrics: readonly MetricDescriptor[] = [
  { name: 'shop_requests_total', type: 'counter', help: 'Requests answered. api-2 restarts at 11:15.' },
  { name: 'shop_request_duration_seconds_bucket', type: 'histogram', help: 'Requests by the time they took.' },
  { name: 'shop_request_duration_seconds_sum', type: 'histogram', help: 'The time that all requests took.' },
  { name: 'shop_request_duration_seconds_count', type: 'histogram', help: 'Requests whose time was taken.' },
  { name: 'shop_memory_bytes', type: 'gauge', help: 'Memory in use. api-3 is away from 11:25 to 11:40.' },
  { name: 'shop_queue_length', type: 'gauge', help: 'Orders waiting. NaN while a queue is paused.' },
  { name: 'shop_paths', type: 'gauge', help: `A label value of ${longTextLength.toLocaleString('en')} characters.` },
  { name: 'warehouse_temperature_celsius', type: 'gauge', help: 'Reported irregularly, by hall.' },
  { name: 'up', type: 'gauge', help: '1 while an instance answers.' },
  { name: 'target_info', type: 'info', help: 'Version and region of each instance.' },
  { name: 'cart.größe', type: 'gauge', help: 'A name and a label outside the old alphabet.' },
];

/** A wave of a few rhythms between -1 and 1: looks like load, and is the same at every run. */
function wave(timeMs: number, seed: number): number {
  const minutes = timeMs / minuteMs;
  return (
    (Math.sin(minutes / 13 + seed) + 0.4 * Math.sin(minutes / 4.1 + 2 * seed) + 0.15 * Math.sin(minutes * 1.7 + seed)) /
    1.55
  );
}

type Shape = (timeMs: number) => number | 'stale' | undefined;

/** Returns a counter of what happens at a rate; it begins again at the given time. */
function counter(rate: (timeMs: number) => number, resetMs = Number.NEGATIVE_INFINITY): Shape {
  let total = 0;
  return (timeMs) => {
    if (timeMs >= resetMs && timeMs < resetMs + intervalMs) total = 0;
    total += Math.max(0, rate(timeMs) * (intervalMs / 1000));
    return total;
  };
}

function appendSeries(store: SeriesStore, labels: Labels, shape: Shape): void {
  const ref = store.refFor(labels);
  for (let timeMs = sampleEndMs - spanMs; timeMs <= sampleEndMs; timeMs += intervalMs) {
    const value = shape(timeMs);
    if (value !== undefined) store.appendTo(ref, timeMs, value === 'stale' ? Number.NaN : value, value === 'stale');
  }
}

function appendRequests(store: SeriesStore, instance: string, seed: number): void {
  const resetMs = instance === 'api-2' ? sampleEndMs - 45 * minuteMs : undefined;
  for (const [place, route] of routes.entries()) {
    const load = (timeMs: number): number => 12 + 6 * place + 7 * wave(timeMs, 0.4 * seed + 2 * place);
    const labels = { job: 'shop', instance, route };
    for (const [code, share] of codes) {
      const requests = counter((timeMs) => load(timeMs) * share, resetMs);
      appendSeries(store, { __name__: 'shop_requests_total', ...labels, code }, requests);
    }
    const name = 'shop_request_duration_seconds';
    const mean = (timeMs: number): number => 0.12 + 0.09 * place + 0.05 * wave(timeMs, place + 4);
    for (const bound of [...bounds, Number.POSITIVE_INFINITY]) {
      const within = counter((timeMs) => load(timeMs) * (1 - Math.exp(-bound / mean(timeMs))), resetMs);
      const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound);
      appendSeries(store, { __name__: `${name}_bucket`, ...labels, le }, within);
    }
    appendSeries(store, { __name__: `${name}_count`, ...labels }, counter(load, resetMs));
    const seconds = counter((timeMs) => load(timeMs) * mean(timeMs), resetMs);
    appendSeries(store, { __name__: `${name}_sum`, ...labels }, seconds);
  }
}

function appendInstance(store: SeriesStore, instance: string, seed: number): void {
  const labels = { job: 'shop', instance };
  const awayMs = sampleEndMs - 35 * minuteMs;
  const isAway = (timeMs: number): boolean =>
    instance === 'api-3' && timeMs >= awayMs && timeMs < awayMs + 15 * minuteMs;
  appendSeries(store, { __name__: 'shop_memory_bytes', ...labels }, (timeMs) => {
    if (isAway(timeMs)) return timeMs === awayMs ? 'stale' : undefined;
    return Math.round((420 + 90 * seed + 40 * wave(timeMs, seed)) * 2 ** 20);
  });
  appendSeries(store, { __name__: 'up', ...labels }, (timeMs) => (isAway(timeMs) ? 0 : 1));
  const region = seed === 1 ? 'us' : 'eu';
  appendSeries(store, { __name__: 'target_info', ...labels, version: `1.${seed + 3}.0`, region }, () => 1);
}

function appendOddities(store: SeriesStore): void {
  for (const [seed, queue] of ['orders', 'returns'].entries()) {
    const pauseMs = sampleEndMs - 45 * minuteMs;
    appendSeries(store, { __name__: 'shop_queue_length', queue }, (timeMs) =>
      seed === 1 && timeMs >= pauseMs && timeMs < pauseMs + 10 * minuteMs
        ? Number.NaN
        : Math.round(20 + 18 * wave(timeMs, seed + 7)),
    );
  }
  for (const [seed, hall] of ['north', 'south'].entries()) {
    appendSeries(store, { __name__: 'warehouse_temperature_celsius', hall }, (timeMs) =>
      wave(timeMs * 13, seed) > -0.2 ? Math.round((18 + 3 * seed + 4 * wave(timeMs / 3, seed)) * 10) / 10 : undefined,
    );
  }
  for (const [seed, country] of ['México', 'Österreich'].entries()) {
    appendSeries(store, { __name__: 'cart.größe', 'customer.país': country }, (timeMs) =>
      Math.round(3 + seed + 2 * wave(timeMs, seed + 11)),
    );
  }
  appendSeries(store, { __name__: 'shop_paths', path: `${'a'.repeat(longTextLength - 1)}!` }, () => 1);
  appendSeries(store, { __name__: 'shop_paths', path: '/cart' }, () => 1);
}

/** Returns a store with the sample data of an imagined shop, the same at every run: nothing in it was measured. */
export function createSampleStore(): SeriesStore {
  const store = new SeriesStore();
  for (const [seed, instance] of instances.entries()) {
    appendRequests(store, instance, seed);
    appendInstance(store, instance, seed);
  }
  appendOddities(store);
  return store;
}
