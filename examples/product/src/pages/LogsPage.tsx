import type { Dashboard } from '@glasspane/core';
import type { PageTheme } from '../useTheme.ts';
import { DashboardPage } from './DashboardPage.tsx';

const logs: Dashboard = {
  schemaVersion: 1,
  id: 'logs',
  name: 'Logs',
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 5000,
  widgets: [
    {
      id: 'server',
      type: 'logs',
      title: 'Monitoring backend',
      layout: { x: 0, y: 0, w: 24, h: 20 },
      queries: [{ refId: 'A', expr: '{app="glasspane-server"}' }],
    },
  ],
};

export function LogsPage({ theme }: { readonly theme: PageTheme }) {
  return <DashboardPage dashboard={logs} theme={theme} />;
}
