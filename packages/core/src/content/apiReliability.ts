import type { Dashboard } from '../dashboard/Dashboard.ts';

const TOTAL = 'http_requests_total';
const SECONDS = 'http_request_duration_seconds';
const UP = [
  { value: 1, text: 'up', color: 'good' },
  { value: 0, text: 'down', color: 'critical' },
];

/**
 * How well a Glasspane server keeps what it promises: the objective of its API and how fast its error budget burns, how long
 * requests take, on which routes, and whether what it collects from is there.
 *
 * @public
 */
export const apiReliability: Dashboard = {
  schemaVersion: 1,
  id: 'api-reliability',
  name: 'API reliability',
  description: 'The objective of the backend’s HTTP API, how long its answers take, and what it collects from',
  tags: ['api', 'slo'],
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 30_000,
  widgets: [
    {
      id: 'availability',
      type: 'slo',
      title: 'Availability of the API',
      description: '99.5 % of the requests of seven days are answered without a 5xx status.',
      layout: { x: 0, y: 0, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `(sum(rate(${TOTAL}{code=~"5.."}[$__range])) or vector(0)) / sum(rate(${TOTAL}[$__range]))`,
        },
      ],
      // The rules spend 5, 10 and 20 % of the budget of seven days. The course would read all samples of two weeks each time.
      options: {
        objective: 0.995,
        period: '7d',
        windows: ['5m', '1h', '6h', '1d'],
        rules: [
          { longWindow: '1h', shortWindow: '5m', burnRate: 8.4, severity: 'page' },
          { longWindow: '6h', shortWindow: '30m', burnRate: 2.8, severity: 'page' },
          { longWindow: '1d', shortWindow: '2h', burnRate: 1.4, severity: 'ticket' },
        ],
        hasCourse: false,
      },
    },
    {
      id: 'p95',
      type: 'stat',
      title: '95 % answered within',
      description: 'Over five minutes, and compared with an hour earlier.',
      layout: { x: 12, y: 0, w: 6, h: 4 },
      queries: [
        { refId: 'A', expr: `histogram_quantile(0.95, sum by (le) (rate(${SECONDS}_bucket[5m])))`, legend: 'p95' },
      ],
      field: { unit: 's', min: 0 },
      options: { compare: '1h', deltaGood: 'down' },
    },
    {
      id: 'fast',
      type: 'stat',
      title: 'Answered within 100 ms',
      description: 'Share of the requests of five minutes.',
      layout: { x: 18, y: 0, w: 6, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `sum(rate(${SECONDS}_bucket{le="0.1"}[5m])) / sum(rate(${SECONDS}_count[5m]))`,
          legend: 'Fast',
        },
      ],
      field: {
        unit: 'percentunit',
        decimals: 1,
        min: 0,
        max: 1,
        thresholds: [
          { color: 'critical', label: 'slow' },
          { value: 0.9, color: 'warning', label: 'slower than it should be' },
          { value: 0.99, color: 'good', label: 'as it should be' },
        ],
      },
    },
    {
      id: 'targets',
      type: 'stateTimeline',
      title: 'Collected from',
      layout: { x: 12, y: 4, w: 12, h: 4 },
      queries: [{ refId: 'A', expr: 'up', legend: '{{job}} {{instance}}' }],
      field: { mappings: UP },
    },
    {
      id: 'durations',
      type: 'heatmap',
      title: 'How long requests take',
      layout: { x: 0, y: 8, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: `sum by (le) (rate(${SECONDS}_bucket[$__rate_interval]))` }],
      field: { unit: 's', color: { by: 'scale', scale: 'blues' } },
      options: { countUnit: 'reqps', colorScale: 'log' },
    },
    {
      id: 'requests',
      type: 'timeSeries',
      title: 'Requests, and an hour earlier',
      layout: { x: 12, y: 8, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: `sum(rate(${TOTAL}[$__rate_interval]))`, legend: 'requests' }],
      field: { unit: 'reqps', min: 0 },
      options: { compare: '1h', legend: { mode: 'table', values: ['mean', 'max', 'last'] } },
    },
    {
      id: 'time-spent',
      type: 'topList',
      title: 'Where the time goes',
      description: 'The time that all requests of a route took together, in this time range.',
      layout: { x: 0, y: 16, w: 10, h: 9 },
      queries: [{ refId: 'A', expr: `sum by (route) (increase(${SECONDS}_sum[$__range]))`, instant: true }],
      field: { unit: 's' },
      options: { limit: 8 },
    },
    {
      id: 'routes',
      type: 'table',
      title: 'Routes',
      description: 'How often each was asked, and its mean duration.',
      layout: { x: 10, y: 16, w: 14, h: 9 },
      queries: [
        {
          refId: 'requests',
          expr: `sum by (route) (rate(${TOTAL}[$__rate_interval]))`,
          legend: '{{route}}',
          instant: false,
        },
        {
          refId: 'duration',
          expr: `sum by (route) (rate(${SECONDS}_sum[$__rate_interval])) / sum by (route) (rate(${SECONDS}_count[$__rate_interval]) > 0)`,
          legend: '{{route}}',
          instant: false,
        },
      ],
      transformations: [
        { type: 'timeSeriesTable', reducers: ['mean'] },
        { type: 'joinByField', field: 'route', mode: 'outer' },
        { type: 'sortBy', by: [{ field: 'mean requests', isDescending: true }] },
        {
          type: 'organize',
          hide: ['Trend duration'],
          rename: { 'Trend requests': 'Requests', 'mean requests': 'Mean', 'mean duration': 'Duration' },
        },
      ],
      overrides: [
        { match: { by: 'pattern', value: '^(Requests|Mean)$' }, field: { unit: 'reqps' } },
        { match: { by: 'name', value: 'Duration' }, field: { unit: 's' } },
      ],
    },
    {
      id: 'collectors',
      type: 'statusHistory',
      title: 'Collectors of this host',
      layout: { x: 0, y: 25, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'node_scrape_collector_success', legend: '{{collector}}', minStepMs: 30_000 }],
      field: {
        mappings: [
          { value: 1, text: 'worked', color: 'good' },
          { value: 0, text: 'failed', color: 'critical' },
        ],
      },
    },
    {
      id: 'collecting',
      type: 'histogram',
      title: 'How long collecting takes',
      layout: { x: 12, y: 25, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'scrape_duration_seconds', legend: '{{job}}' }],
      field: { unit: 's' },
    },
  ],
};
