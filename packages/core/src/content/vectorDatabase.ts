import type { Dashboard } from '../dashboard/Dashboard.ts';

const SECONDS = 'db_client_operation_duration_seconds';
const ROWS = 'db_client_response_returned_rows';
const RATE = '[$__rate_interval]';

/**
 * Queries to vector databases, by OpenTelemetry's names for database clients (`db.client.operation.duration`,
 * `db.client.response.returned_rows`), by system and collection.
 *
 * @public
 */
export const vectorDatabase: Dashboard = {
  schemaVersion: 1,
  id: 'vector-database',
  name: 'Vector database queries',
  description: 'Searches, their latency and what they find',
  tags: ['llm', 'database'],
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 10_000,
  widgets: [
    {
      id: 'rate-now',
      type: 'stat',
      title: 'Searches a second',
      layout: { x: 0, y: 0, w: 8, h: 4 },
      queries: [{ refId: 'A', expr: `sum(rate(${SECONDS}_count[1m]))`, legend: 'Searches' }],
      field: { unit: 'reqps', decimals: 1, min: 0 },
    },
    {
      id: 'p95-now',
      type: 'stat',
      title: '95 % answered within',
      layout: { x: 8, y: 0, w: 8, h: 4 },
      queries: [
        { refId: 'A', expr: `histogram_quantile(0.95, sum by (le) (rate(${SECONDS}_bucket[5m])))`, legend: 'p95' },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'rows-now',
      type: 'stat',
      title: 'Results per search',
      layout: { x: 16, y: 0, w: 8, h: 4 },
      queries: [{ refId: 'A', expr: `sum(rate(${ROWS}_sum[5m])) / sum(rate(${ROWS}_count[5m]))`, legend: 'Results' }],
      field: { unit: 'short', decimals: 1, min: 0 },
    },
    {
      id: 'latency',
      type: 'timeSeries',
      title: 'Latency by collection (p95)',
      layout: { x: 0, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `histogram_quantile(0.95, sum by (le, db_collection_name) (rate(${SECONDS}_bucket${RATE})))`,
          legend: '{{db_collection_name}}',
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'rate',
      type: 'timeSeries',
      title: 'Operations by collection',
      layout: { x: 12, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (db_system_name, db_operation_name, db_collection_name) (rate(${SECONDS}_count${RATE}))`,
          legend: '{{db_operation_name}} {{db_collection_name}} ({{db_system_name}})',
        },
      ],
      field: { unit: 'reqps', min: 0 },
    },
    {
      id: 'rows',
      type: 'timeSeries',
      title: 'Results per search, by collection',
      layout: { x: 0, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (db_collection_name) (rate(${ROWS}_sum${RATE})) / sum by (db_collection_name) (rate(${ROWS}_count${RATE}))`,
          legend: '{{db_collection_name}}',
        },
      ],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'slow',
      type: 'table',
      title: 'Slowest collections (5 min, mean)',
      layout: { x: 12, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sort_desc(sum by (db_system_name, db_collection_name) (rate(${SECONDS}_sum[5m])) / sum by (db_system_name, db_collection_name) (rate(${SECONDS}_count[5m])))`,
          instant: true,
        },
      ],
      field: { unit: 's' },
    },
  ],
};
