/** One question to every server. */
export interface BenchmarkQuery {
  readonly name: string;
  readonly expr: string;
  /** Hours back from the end; 0 for an instant query. */
  readonly hours: number;
  /** Seconds between two steps. */
  readonly stepSeconds: number;
}

const bySpan = {
  now: { hours: 0, stepSeconds: 0 },
  '1h': { hours: 1, stepSeconds: 15 },
  '6h': { hours: 6, stepSeconds: 60 },
  '24h': { hours: 24, stepSeconds: 120 },
  '24h coarse': { hours: 24, stepSeconds: 300 },
} as const;

function query(span: keyof typeof bySpan, kind: string, expr: string): BenchmarkQuery {
  return { name: `${kind}, ${span.replace(' coarse', '')}`, expr, ...bySpan[span] };
}

const BUCKETS = 'http_request_duration_seconds_bucket';

/** What dashboards ask. */
export const queries: readonly BenchmarkQuery[] = [
  query('1h', 'select one series', 'app_heap_bytes{instance="10.0.0.11:8080"}'),
  query('6h', 'select 120 series', 'http_requests_total{code="503"}'),
  query('1h', 'rate, 480 series', 'rate(http_requests_total[5m])'),
  query('1h', 'sum by rate', 'sum by (job, code) (rate(http_requests_total[5m]))'),
  query('6h', 'sum by rate', 'sum by (job, code) (rate(http_requests_total[5m]))'),
  query('24h', 'sum by rate', 'sum by (job, code) (rate(http_requests_total[5m]))'),
  query('24h coarse', 'sum of increase', 'sum by (route) (increase(http_requests_total[1h]))'),
  query('1h', 'irate', 'sum by (instance, mode) (irate(node_cpu_seconds_total{mode!="idle"}[2m]))'),
  query('6h', 'share of processors', '100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])))'),
  query('1h', 'quantile by le', `histogram_quantile(0.95, sum by (le) (rate(${BUCKETS}[5m])))`),
  query('6h', 'quantile by le, instance', `histogram_quantile(0.99, sum by (le, instance) (rate(${BUCKETS}[5m])))`),
  query('24h coarse', 'quantile by le, route', `histogram_quantile(0.9, sum by (le, route) (rate(${BUCKETS}[10m])))`),
  query('6h', 'avg_over_time', 'avg_over_time(app_room_celsius[10m])'),
  query('24h coarse', 'max_over_time', 'max by (job) (max_over_time(app_heap_bytes[30m]))'),
  query('6h', 'quantile_over_time', 'quantile_over_time(0.9, app_queue_depth[30m])'),
  query('24h coarse', 'count_over_time', 'count_over_time(up[1h])'),
  query('6h', 'deriv', 'deriv(app_heap_bytes[15m])'),
  query('6h', 'topk', 'topk(5, sum by (tenant) (rate(tenant_sent_bytes_total[5m])))'),
  query('1h', 'high cardinality', 'sum by (tenant) (rate(tenant_sent_bytes_total[5m]))'),
  query('24h coarse', 'high cardinality', 'sum by (instance, route, code) (rate(http_requests_total[10m]))'),
  query(
    '6h',
    'ratio of two sums',
    'sum by (job) (rate(http_requests_total{code=~"5.."}[5m])) / sum by (job) (rate(http_requests_total[5m]))',
  ),
  query(
    '6h',
    'join with info',
    'sum by (instance, route) (rate(http_requests_total[5m])) * on (instance) group_left (version) app_build_info',
  ),
  query(
    '24h',
    'ratio ignoring a label',
    'rate(http_requests_total{code="503"}[5m]) / ignoring (code) sum without (code) (rate(http_requests_total[5m]))',
  ),
  query('6h', 'subquery', 'max_over_time(sum by (job) (rate(http_requests_total[5m]))[1h:1m])'),
  query('6h', 'regex prefix', 'sum by (route) (rate(http_requests_total{route=~"/api/.*"}[5m]))'),
  query('6h', 'regex alternation', 'sum by (instance) (rate(http_requests_total{code=~"404|503"}[5m]))'),
  query('6h', 'regex negative', 'sum by (code) (rate(http_requests_total{route!~"/static.*|/login"}[5m]))'),
  query('6h', 'memory in percent', '100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)'),
  query('6h', 'or with absent', 'sum by (job) (rate(nothing_total[5m])) or absent(nothing_total) or sum(up)'),
  query('now', 'stat: sum of rate', 'sum(rate(http_requests_total[5m]))'),
  query('now', 'stat: quantile', `histogram_quantile(0.95, sum by (le) (rate(${BUCKETS}[5m])))`),
  query('now', 'stat: increase of a day', 'sum(increase(http_requests_total[24h]))'),
  query('now', 'table: all up', 'up == 1'),
];
