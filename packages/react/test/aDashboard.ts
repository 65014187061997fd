import type { Dashboard, Widget } from '@glasspane/core';

/** Returns a widget of the type `lastValue`, changed as the test wants it. */
export function aWidget(changes: Partial<Widget> = {}): Widget {
  return {
    id: 'cpu',
    type: 'lastValue',
    title: 'CPU',
    layout: { x: 0, y: 0, w: 12, h: 5 },
    queries: [{ refId: 'A', expr: 'fake' }],
    ...changes,
  };
}

/** Returns a dashboard with one widget, changed as the test wants it. */
export function aDashboard(changes: Partial<Dashboard> = {}): Dashboard {
  return {
    schemaVersion: 1,
    id: 'test',
    name: 'Test dashboard',
    timeRange: { from: 'now-1h', to: 'now' },
    refreshIntervalMs: 0,
    widgets: [aWidget()],
    ...changes,
  };
}
