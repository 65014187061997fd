import { type Alert, type AlertRuleStatus, type Backend, GlasspaneError } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InMemoryRules } from '../../../../stories/fakes/InMemoryRules.ts';
import { sampleResults, sampleRules } from '../../../../stories/fakes/sampleRules.ts';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { lastValue } from '../../test/lastValue.tsx';
import { TimeSeriesChart } from '../timeSeriesChart/TimeSeriesChart.tsx';
import { Dashboard } from './Dashboard.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function watchedBackend(): { readonly backend: Backend; readonly list: () => number } {
  const rules = new InMemoryRules(sampleRules, [], sampleResults(Date.now())).source;
  let asked = 0;
  const list = (): Promise<readonly AlertRuleStatus[]> => {
    asked += 1;
    return rules.list();
  };
  return { backend: { ...new FakeBackend().backend, rules: { list } }, list: () => asked };
}

const dashboard = aDashboard({
  variables: [{ type: 'custom', name: 'metric', options: ['latency_seconds', 'memory_bytes'] }],
  widgets: [
    aWidget({ id: 'a', title: 'Latency', queries: [{ refId: 'A', expr: 'max(latency_seconds)' }] }),
    aWidget({ id: 'b', title: 'Chosen', queries: [{ refId: 'A', expr: 'sum($metric)' }] }),
    aWidget({ id: 'c', title: 'Memory', queries: [{ refId: 'A', expr: 'memory_bytes' }] }),
    aWidget({ id: 'd', title: 'Broken', queries: [{ refId: 'A', expr: 'sum($nothing' }] }),
  ],
});

describe('alerts on widgets', () => {
  it('are asked for once for a whole dashboard, and shown on the widgets of their metric', async () => {
    const { backend, list } = watchedBackend();
    render(<Dashboard dashboard={dashboard} backend={backend} widgets={[lastValue]} />);
    const badges = await screen.findAllByRole('button', { name: '2 alerts: 1 firing, 1 pending' });
    const marks = screen
      .getAllByRole('article')
      .map((widget) => [widget.querySelector('h3')?.textContent, widget.getAttribute('data-alert')]);
    expect(marks).toEqual([
      ['Latency', 'firing'],
      ['Chosen', 'firing'],
      ['Memory', null],
      ['Broken', null],
    ]);
    expect(badges).toHaveLength(2);
    expect(list()).toBe(1);
  });

  it('are listed behind the badge, and the host hears which one is pressed', async () => {
    const onAlertClick = vi.fn<(alert: Alert) => void>();
    render(
      <TimeSeriesChart
        title="Latency"
        backend={watchedBackend().backend}
        query="latency_seconds"
        onAlertClick={onAlertClick}
      />,
    );
    await userEvent.click(await screen.findByRole('button', { name: '2 alerts: 1 firing, 1 pending' }));
    const tip = within(screen.getByRole('dialog', { name: 'Alerts of Latency' }));
    await userEvent.click(tip.getByRole('button', { name: 'worker answers slowly' }));
    expect(onAlertClick.mock.calls.map(([{ labels }]) => labels.service)).toEqual(['worker']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lead to their runbook where the host does not listen', async () => {
    render(<TimeSeriesChart title="Latency" backend={watchedBackend().backend} query="latency_seconds" />);
    await userEvent.click(await screen.findByRole('button', { name: '2 alerts: 1 firing, 1 pending' }));
    expect(screen.getByRole('link', { name: 'worker answers slowly' }).getAttribute('href')).toBe(
      'https://runbooks.example/slow-answers',
    );
  });

  it('are not asked for again where the server does not know of rules', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const list = vi.fn(() => Promise.reject(new GlasspaneError('not_found', 'No such page.')));
    const backend = { ...new FakeBackend().backend, rules: { list } };
    render(<Dashboard dashboard={dashboard} backend={backend} widgets={[lastValue]} />);
    await waitFor(() => expect(screen.getAllByText(/value 1/)).toHaveLength(3));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('are nothing where the backend has no rules', async () => {
    render(<Dashboard dashboard={dashboard} backend={new FakeBackend().backend} widgets={[lastValue]} />);
    await waitFor(() => expect(screen.getAllByText(/value 1/)).toHaveLength(3));
    expect(screen.queryByRole('button', { name: /alerts?:/ })).toBeNull();
  });
});
