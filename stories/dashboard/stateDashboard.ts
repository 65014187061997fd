import type { Dashboard, Widget } from '@glasspane/core';

/** Returns a dashboard with one time series widget, changed as a story wants it. */
export function stateDashboard(changes: Partial<Widget> = {}): Dashboard {
  return {
    schemaVersion: 1,
    id: 'state',
    name: 'One widget (sample data)',
    timeRange: { from: 'now-1h', to: 'now' },
    refreshIntervalMs: 0,
    widgets: [
      {
        id: 'requests',
        type: 'timeSeries',
        title: 'Requests',
        layout: { x: 0, y: 0, w: 12, h: 7 },
        queries: [{ refId: 'A', expr: 'sum(rate(requests_total[5m]))' }],
        ...changes,
      },
    ],
  };
}
