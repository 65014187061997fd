import { createMemoryBackend } from '@glasspane/adapters/memory';
import { type Dashboard as DashboardDocument, forwardSource } from '@glasspane/core';
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

  it('asks only the queries that read what was recorded', async () => {
    const memory = createMemoryBackend();
    const record = (name: string, value: number) =>
      memory.sink.record([{ labels: { __name__: name }, timeMs: Date.now(), value }]);
    await Promise.all([record('queue_length', 1), record('other', 2)]);
    const asked: string[] = [];
    const metrics = forwardSource(memory.metrics, {
      queryInstant(request, signal) {
        asked.push(request.expr);
        return memory.metrics.queryInstant(request, signal);
      },
    });
    const widgets = ['queue_length', 'other'].map((expr, index) =>
      aWidget({ id: expr, title: expr, layout: { x: 12 * index, y: 0, w: 12, h: 4 }, queries: [{ refId: 'A', expr }] }),
    );
    render(<Dashboard dashboard={aDashboard({ widgets })} backend={{ ...memory, metrics }} widgets={[lastValue]} />);
    await screen.findByText(/value 1/);
    await screen.findByText(/value 2/);
    await screen.findByText('Live');
    asked.length = 0;
    await record('other', 3);
    await screen.findByText(/value 3/);
    expect(asked).toEqual(['other']);
  });
});
