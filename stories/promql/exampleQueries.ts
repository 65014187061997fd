/** A query to begin with. */
export interface ExampleQuery {
  readonly label: string;
  readonly query: string;
}

/** One query of each kind that dashboards are made of. */
export const exampleQueries: readonly ExampleQuery[] = [
  { label: 'Rate', query: 'sum by (route) (rate(shop_requests_total[5m]))' },
  {
    label: 'Ratio',
    query:
      'sum by (instance) (rate(shop_requests_total{code="500"}[5m]))\n  / sum by (instance) (rate(shop_requests_total[5m]))',
  },
  {
    label: 'Quantile',
    query: 'histogram_quantile(0.95,\n  sum by (le, route) (rate(shop_request_duration_seconds_bucket[5m])))',
  },
  { label: 'Top 3', query: 'topk(3, sum by (instance, route) (rate(shop_requests_total[5m])))' },
  {
    label: 'Join',
    query:
      'sum by (job, instance) (rate(shop_requests_total[5m]))\n  * on (job, instance) group_left (version) target_info',
  },
  { label: 'Subquery', query: 'max_over_time(sum(rate(shop_requests_total[1m]))[30m:1m])' },
  { label: 'At end', query: 'shop_memory_bytes / shop_memory_bytes @ end()' },
  { label: 'Offset', query: 'sum(rate(shop_requests_total[5m]))\n  - sum(rate(shop_requests_total[5m] offset 1h))' },
  { label: 'Duration', query: 'increase(shop_requests_total{code="500"}[max_of(step() * 4, 5m)])' },
  {
    label: 'Fill',
    query: 'shop_memory_bytes\n  + on (instance) fill_right (0) (shop_memory_bytes{instance="api-1"} / 2)',
  },
  { label: 'info()', query: 'info(rate(shop_request_duration_seconds_count[5m]), {version=~".+"})' },
  { label: 'UTF-8', query: '{"cart.größe", "customer.país"=~"M.+|Ö.+"}' },
  { label: 'Absent', query: 'absent(shop_memory_bytes{instance="api-3"})' },
  { label: 'Forecast', query: 'predict_linear(shop_memory_bytes[30m], 3600)' },
];
