import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { type Dashboard as DashboardDocument, parseDashboard } from '@glasspane/core';
import { parseExpr, printExpr } from '@glasspane/promql/syntax';
import { Dashboard, TimeSeriesChart, type TimeSeriesChartProps } from '@glasspane/react';
import { createBrowserPlatform, exportDashboard } from '@glasspane/react/export';
import type { ReactElement } from 'react';

const backend = createPrometheusBackend({ url: 'http://127.0.0.1:9090' });
const chart: TimeSeriesChartProps = {
  title: 'Requests',
  backend,
  query: printExpr(parseExpr('rate(requests_total[5m])')),
};

const document: DashboardDocument = parseDashboard({
  schemaVersion: 1,
  id: 'overview',
  name: 'Overview',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'cpu',
      type: 'timeSeries',
      title: 'CPU',
      layout: { x: 0, y: 0, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'up' }],
    },
  ],
});

/** What a host writes that exports by itself. */
export async function makePdf(): Promise<Uint8Array> {
  const file = await exportDashboard({
    dashboard: document,
    backend,
    format: 'pdf',
    platform: createBrowserPlatform(),
  });
  return file.bytes;
}

/** What a host writes: one component for a chart, one for a dashboard. */
export function App(): ReactElement {
  return (
    <main>
      <TimeSeriesChart {...chart} />
      <Dashboard dashboard={document} backend={backend} exportFormats={['pdf', 'csv']} />
      <button type="button" onClick={() => void makePdf()}>
        PDF
      </button>
    </main>
  );
}
