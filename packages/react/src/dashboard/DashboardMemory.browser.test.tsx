import { createMemoryBackend } from '@glasspane/adapters/memory';
import type { Dashboard as DashboardDocument } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { lastValue } from '../../test/lastValue.tsx';
import '../styles.css';
import { Dashboard } from './Dashboard.tsx';

afterEach(cleanup);

/** Neither an interval nor a focus refreshes it: only the live channel can. */
const dashboard: DashboardDocument = aDashboard({
  timeRange: { from: 'now-5m', to: 'now' },
  widgets: [
    aWidget({ queries: [{ refId: 'A', expr: 'queue_length' }] }),
    aWidget({
      id: 'b',
      type: 'timeSeries',
      title: 'Over time',
      layout: { x: 12, y: 0, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'queue_length', legend: 'queue' }],
    }),
  ],
});

describe('a dashboard over the memory backend', () => {
  it('has what is recorded on the screen within a second, in values and in charts', async () => {
    const backend = createMemoryBackend();
    const record = (value: number) =>
      backend.sink.record([{ labels: { __name__: 'queue_length' }, timeMs: Date.now(), value }]);
    await record(3);
    render(
      <StrictMode>
        <Dashboard dashboard={dashboard} backend={backend} widgets={[lastValue]} />
      </StrictMode>,
    );
    await screen.findByText(/value 3/);
    await waitFor(() => expect(screen.getByText('Live')).toBeTruthy());
    const chart = within(screen.getByRole('article', { name: 'Over time' }));
    await chart.findAllByText('queue');

    const startMs = performance.now();
    await record(417);
    await screen.findByText(/value 417/);
    await waitFor(() => expect(screen.getByRole('article', { name: 'Over time' }).textContent).toContain('417'));
    expect(performance.now() - startMs).toBeLessThan(1000);
  });
});
