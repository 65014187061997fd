/** One question to both servers. */
export interface BenchmarkQuery {
  readonly name: string;
  readonly expr: string;
  /** Seconds between two steps; none for an instant query. */
  readonly stepSeconds?: number | undefined;
  /** How far back the range reaches. */
  readonly rangeSeconds?: number | undefined;
}

const hour = 3600;

/** What dashboards ask, from light to heavy. */
export const queries: readonly BenchmarkQuery[] = [
  {
    name: 'one series, 1 h',
    expr: 'bench_requests_total{instance="host-3:9100",route="/route/1",code="200"}',
    rangeSeconds: hour,
    stepSeconds: 15,
  },
  { name: '60 series, 6 h', expr: 'bench_requests_total{route="/route/1"}', rangeSeconds: 6 * hour, stepSeconds: 60 },
  { name: 'rate, 240 series, 1 h', expr: 'rate(bench_requests_total[5m])', rangeSeconds: hour, stepSeconds: 15 },
  {
    name: 'sum of rates by code, 6 h',
    expr: 'sum by (code) (rate(bench_requests_total[5m]))',
    rangeSeconds: 6 * hour,
    stepSeconds: 60,
  },
  {
    name: 'share of errors, 6 h',
    expr: 'sum(rate(bench_requests_total{code="500"}[5m])) / sum(rate(bench_requests_total[5m]))',
    rangeSeconds: 6 * hour,
    stepSeconds: 60,
  },
  {
    name: 'quantile of 600 buckets, 1 h',
    expr: 'histogram_quantile(0.95, sum by (le) (rate(bench_latency_seconds_bucket[5m])))',
    rangeSeconds: hour,
    stepSeconds: 15,
  },
  {
    name: 'quantile by instance, 6 h',
    expr: 'histogram_quantile(0.95, sum by (le, instance) (rate(bench_latency_seconds_bucket[5m])))',
    rangeSeconds: 6 * hour,
    stepSeconds: 300,
  },
  {
    name: 'max_over_time, 240 series, 6 h',
    expr: 'max_over_time(bench_requests_total[10m])',
    rangeSeconds: 6 * hour,
    stepSeconds: 300,
  },
  { name: 'instant, all series', expr: '{__name__=~"bench_.+"}' },
  { name: 'instant, sum of rates', expr: 'sum(rate(bench_requests_total[5m]))' },
];
