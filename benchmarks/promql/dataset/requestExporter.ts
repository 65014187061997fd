import { createNoise } from './createNoise.ts';
import { type Exporter, loadAt, range, SCRAPE_SECONDS, type SeriesLabels } from './Exporter.ts';

const ROUTES = ['/', '/login', '/api/orders', '/api/orders/:id', '/api/search', '/static/*'];
const CODES = [
  { code: '200', perSecond: 24 },
  { code: '304', perSecond: 5 },
  { code: '404', perSecond: 1.5 },
  { code: '503', perSecond: 0.08 },
];

/** Counters of requests by route and code: 24 series. */
export function createRequestExporter(labels: SeriesLabels, seed: number): Exporter {
  const noise = createNoise(seed);
  const kinds = ROUTES.flatMap((route, index) =>
    CODES.map(({ code, perSecond }) => ({ route, code, perScrape: (perSecond * SCRAPE_SECONDS) / (1 + index) })),
  );
  const rates = Float64Array.from(kinds, ({ perScrape }) => perScrape * (0.5 + noise()));
  const totals = new Float64Array(kinds.length);
  return {
    series: kinds.map(({ route, code }) => ({ __name__: 'http_requests_total', ...labels, route, code })),
    scrape({ seconds, hasRestarted }, values, at) {
      if (hasRestarted) totals.fill(0);
      const load = loadAt(seconds);
      for (const index of rates.keys()) {
        totals[index] = (totals[index] ?? 0) + Math.floor((rates[index] ?? 0) * load * (0.6 + 0.8 * noise()) + noise());
        values[at + index] = totals[index] ?? 0;
      }
    },
  };
}

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Number.POSITIVE_INFINITY];

/** Classic histograms of durations by route, of 12 buckets each: 42 series. */
export function createLatencyExporter(labels: SeriesLabels, seed: number): Exporter {
  const routes = range(3).map((index) =>
    createRouteLatency({ ...labels, route: ROUTES[index + 2] ?? '' }, seed * 3 + index),
  );
  const perRoute = BOUNDS.length + 2;
  return {
    series: routes.flatMap(({ series }) => series),
    scrape(scrape, values, at) {
      for (const [index, route] of routes.entries()) route.scrape(scrape, values, at + index * perRoute);
    },
  };
}

function createRouteLatency(labels: SeriesLabels, seed: number): Exporter {
  const noise = createNoise(seed);
  const usualSeconds = 0.03 + 0.3 * noise();
  const name = 'http_request_duration_seconds';
  const buckets = new Float64Array(BOUNDS.length);
  let [sum, count] = [0, 0];
  return {
    series: [
      ...BOUNDS.map((bound) => ({
        __name__: `${name}_bucket`,
        ...labels,
        le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound),
      })),
      { __name__: `${name}_sum`, ...labels },
      { __name__: `${name}_count`, ...labels },
    ],
    scrape({ seconds, hasRestarted }, values, at) {
      if (hasRestarted) [sum, count] = [buckets.fill(0)[0] ?? 0, 0];
      const load = loadAt(seconds);
      const observed = Math.floor(120 * load * (0.7 + 0.6 * noise()));
      const meanSeconds = usualSeconds * load * (0.8 + 0.4 * noise());
      for (const [index, bound] of BOUNDS.entries()) {
        buckets[index] = (buckets[index] ?? 0) + Math.floor(observed * (1 - Math.exp(-bound / meanSeconds)));
        values[at + index] = buckets[index] ?? 0;
      }
      values[at + BOUNDS.length] = sum += observed * meanSeconds;
      values[at + BOUNDS.length + 1] = count += observed;
    },
  };
}
