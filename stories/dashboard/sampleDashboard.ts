import type { Dashboard, Widget } from '@glasspane/core';

const widgets: readonly Widget[] = [
  {
    id: 'rate',
    type: 'stat',
    title: 'Requests',
    layout: { x: 0, y: 0, w: 6, h: 4 },
    field: { unit: 'reqps' },
    queries: [{ refId: 'A', expr: 'sum(rate(requests_total[5m]))' }],
  },
  {
    id: 'error-ratio',
    type: 'stat',
    title: 'Error ratio',
    layout: { x: 6, y: 0, w: 6, h: 4 },
    field: {
      unit: 'percentunit',
      thresholds: [
        { color: 'good' },
        { value: 0.01, color: 'warning', label: 'many' },
        { value: 0.05, color: 'critical' },
      ],
    },
    queries: [{ refId: 'A', expr: 'sum(rate(errors_total[5m])) / sum(rate(requests_total[5m]))' }],
  },
  {
    id: 'memory-now',
    type: 'gauge',
    title: 'Memory used',
    layout: { x: 12, y: 0, w: 6, h: 4 },
    field: { unit: 'percentunit', min: 0, max: 1, thresholds: [{ color: 'good' }, { value: 0.8, color: 'serious' }] },
    queries: [{ refId: 'A', expr: 'sum(memory_bytes) / (2.5 * 1024 * 1024 * 1024)' }],
  },
  {
    id: 'latency-now',
    type: 'stat',
    title: 'Latency',
    layout: { x: 18, y: 0, w: 6, h: 4 },
    field: { unit: 's' },
    queries: [{ refId: 'A', expr: 'avg(latency_seconds)' }],
  },
  {
    id: 'requests',
    type: 'timeSeries',
    title: 'Requests by service',
    description: 'How many requests each service answers in a second.',
    layout: { x: 0, y: 4, w: 16, h: 8 },
    field: { unit: 'reqps' },
    queries: [{ refId: 'A', expr: 'sum by (service) (rate(requests_total[5m]))', legend: '{{service}}' }],
  },
  {
    id: 'services',
    type: 'table',
    title: 'Services',
    layout: { x: 16, y: 4, w: 8, h: 8 },
    field: { unit: 'bytes' },
    queries: [{ refId: 'A', expr: 'memory_bytes', instant: true }],
  },
  {
    id: 'latency',
    type: 'timeSeries',
    title: 'Latency by service',
    layout: { x: 0, y: 12, w: 12, h: 7 },
    field: { unit: 's', thresholds: [{ color: 'good' }, { value: 0.15, color: 'critical', label: 'slow' }] },
    queries: [{ refId: 'A', expr: 'latency_seconds', legend: '{{service}}' }],
  },
  {
    id: 'errors',
    type: 'timeSeries',
    title: 'Errors',
    layout: { x: 12, y: 12, w: 12, h: 7 },
    field: { unit: 'reqps' },
    queries: [{ refId: 'A', expr: 'sum(rate(errors_total[5m]))', legend: 'all services' }],
  },
];

/** A dashboard over the sample data. */
export const sampleDashboard: Dashboard = {
  schemaVersion: 1,
  id: 'sample',
  name: 'Storefront (sample data)',
  description: 'Made-up numbers of an imagined shop, the same at every run.',
  timeRange: { from: 'now-1h', to: 'now' },
  refreshIntervalMs: 0,
  widgets,
};
