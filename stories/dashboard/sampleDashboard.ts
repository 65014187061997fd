import type { Dashboard, Widget } from '@glasspane/core';

const chart = (
  id: string,
  title: string,
  expr: string,
  layout: Widget['layout'],
  rest: Partial<Widget> = {},
): Widget => ({
  id,
  type: 'timeSeries',
  title,
  layout,
  queries: [{ refId: 'A', expr }],
  ...rest,
});

/** A dashboard over the sample data. */
export const sampleDashboard: Dashboard = {
  schemaVersion: 1,
  id: 'sample',
  name: 'Storefront (sample data)',
  description: 'Made-up numbers of an imagined shop, the same at every run.',
  timeRange: { from: 'now-1h', to: 'now' },
  refreshIntervalMs: 0,
  widgets: [
    chart(
      'requests',
      'Requests by service',
      'sum by (service) (rate(requests_total[5m]))',
      { x: 0, y: 0, w: 16, h: 8 },
      {
        description: 'How many requests each service answers in a second.',
        field: { unit: 'reqps' },
      },
    ),
    chart(
      'errors',
      'Errors',
      'sum(rate(errors_total[5m]))',
      { x: 16, y: 0, w: 8, h: 8 },
      {
        field: {
          unit: 'percent',
          thresholds: [{ color: 'good' }, { value: 60, color: 'critical', label: 'too many' }],
        },
      },
    ),
    chart('latency', 'Latency', 'latency_seconds', { x: 0, y: 8, w: 12, h: 7 }, { field: { unit: 'ms' } }),
    chart(
      'memory',
      'Memory by service',
      'memory_bytes by service',
      { x: 12, y: 8, w: 12, h: 7 },
      {
        field: { unit: 'bytes' },
      },
    ),
  ],
};
