import type { Backend } from '@glasspane/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { useMetricQueries } from '../query/useMetricQueries.ts';
import { Dashboard } from './Dashboard.tsx';
import { useDashboardRefresh } from './useDashboardRefresh.ts';
import { useDashboardTimeRange } from './useDashboardTimeRange.ts';
import { useDashboardVariables } from './useDashboardVariables.ts';

afterEach(cleanup);

function HostControls() {
  const { timeRange, setTimeRange } = useDashboardTimeRange();
  const { refreshIntervalMs, live } = useDashboardRefresh();
  const { variables } = useDashboardVariables();
  return (
    <button type="button" onClick={() => setTimeRange({ from: 'now-2d', to: 'now' })}>
      {JSON.stringify({ timeRange, refreshIntervalMs, live, variables })}
    </button>
  );
}

describe('Dashboard in an environment without layout, IntersectionObserver and ResizeObserver', () => {
  it('asks for every widget and shows it', async () => {
    const fake = new FakeBackend();
    const widgets = [aWidget(), aWidget({ id: 'far', title: 'Far', layout: { x: 0, y: 900, w: 12, h: 5 } })];
    render(<Dashboard dashboard={aDashboard({ widgets })} backend={fake.backend} widgets={[lastValue]} />);
    expect(await screen.findAllByText(/value 1/)).toHaveLength(2);
  });
});

describe("a host's own header", () => {
  it('reads and changes the state of the dashboard by public hooks', async () => {
    const fake = new FakeBackend();
    const dashboard = aDashboard({ variables: [{ type: 'custom', name: 'env', options: ['prod', 'test'] }] });
    render(
      <Dashboard
        dashboard={dashboard}
        backend={fake.backend}
        widgets={[lastValue]}
        header={<HostControls />}
        isLive={false}
      />,
    );
    await screen.findByText(/value 1/);
    expect(JSON.parse(screen.getByRole('button').textContent)).toEqual({
      timeRange: { from: 'now-1h', to: 'now' },
      refreshIntervalMs: 0,
      live: 'off',
      variables: { env: 'prod' },
    });
    screen.getByRole('button').click();
    await screen.findByText(/now-2d/);
  });

  it('names the hook that has no dashboard above it', () => {
    expect(() => render(<HostControls />)).toThrow('useDashboardTimeRange needs a <Dashboard> above it');
  });
});

function Queue({ backend }: { readonly backend: Backend }) {
  const { state } = useMetricQueries({
    backend,
    queries: [{ refId: 'A', expr: 'fake', instant: true }],
    timeRange: useDashboardTimeRange().timeRange,
    widthPx: 100,
  });
  const field = state.status === 'ready' ? state.results[0]?.frame.fields[1] : undefined;
  return <output>{field?.kind === 'number' ? field.values[0] : state.status}</output>;
}

describe('useMetricQueries inside a dashboard', () => {
  it('is refreshed by the live channel of the dashboard', async () => {
    const fake = new FakeBackend();
    const dashboard = aDashboard({ widgets: [] });
    render(<Dashboard dashboard={dashboard} backend={fake.backend} header={<Queue backend={fake.backend} />} />);
    await waitFor(() => expect(screen.getByText('1').tagName).toBe('OUTPUT'));
    await waitFor(() => expect(fake.subscriptions.size).toBe(1));
    fake.value = 5;
    fake.emit({ timeMs: Date.now(), matched: [0] });
    await screen.findByText('5');
  });
});

describe('a dashboard document', () => {
  it('may be written inline: the same content keeps its widgets and asks nothing again', async () => {
    const fake = new FakeBackend();
    const show = () => <Dashboard dashboard={aDashboard()} backend={fake.backend} widgets={[lastValue]} />;
    const view = render(show());
    const value = await screen.findByText(/value 1/);
    view.rerender(show());
    expect(screen.getByText(/value 1/)).toBe(value);
    expect(fake.asked).toHaveLength(1);
  });

  it('of another id starts with its own time range', async () => {
    const fake = new FakeBackend();
    const show = (id: string, from: string) => (
      <Dashboard
        dashboard={aDashboard({ id, timeRange: { from, to: 'now' } })}
        backend={fake.backend}
        widgets={[lastValue]}
        header={<HostControls />}
      />
    );
    const view = render(show('one', 'now-1h'));
    screen.getByRole('button').click();
    await screen.findByText(/now-2d/);
    view.rerender(show('two', 'now-3h'));
    expect(screen.getByRole('button').textContent).toContain('now-3h');
  });

  it('hands the values of its variables to its queries', async () => {
    const fake = new FakeBackend();
    const dashboard = aDashboard({
      variables: [{ type: 'custom', name: 'env', options: ['prod', 'test'] }],
      widgets: [aWidget({ queries: [{ refId: 'A', expr: 'fake{env="$env"}' }] })],
    });
    const show = (variables?: Record<string, string>) => (
      <Dashboard dashboard={dashboard} backend={fake.backend} widgets={[lastValue]} variables={variables} />
    );
    const view = render(show());
    await screen.findByText(/value 1/);
    view.rerender(show({ env: 'test' }));
    await screen.findByText(/value 1/);
    await expect.poll(() => fake.asked.map(({ expr }) => expr)).toEqual(['fake{env="prod"}', 'fake{env="test"}']);
  });
});
