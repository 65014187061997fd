import type { Dashboard } from '../dashboard/Dashboard.ts';

/**
 * Usage and performance of a Glasspane server's own HTTP API, and what collecting costs.
 *
 * @public
 */
export const apiUsage: Dashboard = {
  schemaVersion: 1,
  id: 'api-usage',
  name: 'API usage',
  description: 'Requests, errors and latency of the backend’s HTTP API, and the cost of collecting',
  tags: ['api'],
  timeRange: { from: 'now-5m', to: 'now' },
  refreshIntervalMs: 5000,
  widgets: [
    {
      id: 'rate-now',
      type: 'stat',
      title: 'Requests a second',
      layout: { x: 0, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: 'sum(rate(http_requests_total[1m]))', legend: 'Requests', minStepMs: 5000 }],
      field: { unit: 'reqps', decimals: 1, min: 0 },
    },
    {
      id: 'errors-now',
      type: 'stat',
      title: 'Failed requests',
      description: 'Share of answers with a 5xx status over five minutes.',
      layout: { x: 6, y: 0, w: 6, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: '(sum(rate(http_requests_total{code=~"5.."}[5m])) or vector(0)) / sum(rate(http_requests_total[5m]))',
          legend: 'Failed',
          minStepMs: 5000,
        },
      ],
      field: {
        unit: 'percentunit',
        decimals: 2,
        min: 0,
        thresholds: [
          { color: 'good', label: 'healthy' },
          { value: 0.01, color: 'warning', label: 'above 1 %' },
          { value: 0.05, color: 'critical', label: 'above 5 %' },
        ],
      },
    },
    {
      id: 'p95-now',
      type: 'stat',
      title: '95 % answered within',
      layout: { x: 12, y: 0, w: 6, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))',
          legend: 'p95',
          minStepMs: 5000,
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'in-flight',
      type: 'stat',
      title: 'In flight',
      layout: { x: 18, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: 'sum(http_requests_in_flight)', legend: 'In flight', minStepMs: 5000 }],
      field: { unit: 'short', decimals: 0, min: 0 },
    },
    {
      id: 'requests',
      type: 'timeSeries',
      title: 'Requests by route',
      layout: { x: 0, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'sum by (route) (rate(http_requests_total[$__rate_interval]))',
          legend: '{{route}}',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'reqps', min: 0 },
    },
    {
      id: 'latency',
      type: 'timeSeries',
      title: 'Latency',
      layout: { x: 12, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'histogram_quantile(0.5, sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval])))',
          legend: 'p50',
          minStepMs: 5000,
        },
        {
          refId: 'B',
          expr: 'histogram_quantile(0.9, sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval])))',
          legend: 'p90',
          minStepMs: 5000,
        },
        {
          refId: 'C',
          expr: 'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[$__rate_interval])))',
          legend: 'p99',
          minStepMs: 5000,
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'errors',
      type: 'timeSeries',
      title: 'Errors by status',
      description: 'Answers with a 4xx or 5xx status.',
      layout: { x: 0, y: 12, w: 12, h: 7 },
      queries: [
        {
          refId: 'A',
          expr: 'sum by (code) (rate(http_requests_total{code=~"[45].."}[$__rate_interval]))',
          legend: '{{code}}',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'reqps', min: 0, noValue: 'No errors' },
    },
    {
      id: 'routes',
      type: 'topList',
      title: 'Busiest routes (5 min)',
      layout: { x: 12, y: 12, w: 12, h: 7 },
      queries: [{ refId: 'A', expr: 'sum by (method, route) (increase(http_requests_total[5m]))', instant: true }],
      field: { unit: 'short', decimals: 0, displayName: '{{method}} {{route}}' },
    },
    {
      id: 'cost-note',
      type: 'text',
      title: 'What collecting costs',
      layout: { x: 0, y: 19, w: 6, h: 8 },
      queries: [],
      options: {
        content: [
          'Monitoring is not free, so its own cost is measured with the same clock:',
          '',
          '- **Scrape duration**: how long one collection takes, by job',
          '- **Samples**: how many values each collection brings',
          '- **Process**: CPU and memory of the backend that does all of it',
        ].join('\n'),
      },
    },
    {
      id: 'scrape-duration',
      type: 'timeSeries',
      title: 'Scrape duration',
      layout: { x: 6, y: 19, w: 9, h: 8 },
      queries: [{ refId: 'A', expr: 'scrape_duration_seconds', legend: '{{job}}', minStepMs: 5000 }],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'scrape-samples',
      type: 'timeSeries',
      title: 'Samples per scrape',
      layout: { x: 15, y: 19, w: 9, h: 8 },
      queries: [{ refId: 'A', expr: 'scrape_samples_scraped', legend: '{{job}}', minStepMs: 5000 }],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'backend-cpu',
      type: 'timeSeries',
      title: 'Backend CPU',
      description: 'Cores that the backend keeps busy.',
      layout: { x: 0, y: 27, w: 12, h: 7 },
      queries: [
        {
          refId: 'A',
          expr: '100 * rate(process_cpu_seconds_total{job="glasspane"}[$__rate_interval])',
          legend: 'one core = 100 %',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'percent', min: 0 },
    },
    {
      id: 'backend-memory',
      type: 'timeSeries',
      title: 'Backend memory',
      layout: { x: 12, y: 27, w: 12, h: 7 },
      queries: [
        { refId: 'A', expr: 'process_resident_memory_bytes{job="glasspane"}', legend: 'resident', minStepMs: 5000 },
      ],
      field: { unit: 'bytes', min: 0 },
    },
  ],
};
