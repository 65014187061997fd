import { GlasspaneError } from '@glasspane/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { LiveHandles } from '../../test/LiveHandles.ts';
import { lastValue } from '../../test/lastValue.tsx';
import '../styles.css';
import { Dashboard } from './Dashboard.tsx';

afterEach(cleanup);

const until = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('dashboards on one page', () => {
  it('do not meet: backends, values, locales, time zones, themes and time ranges stay apart', async () => {
    const [first, second] = [new FakeBackend(), new FakeBackend()];
    first.value = 1;
    second.value = 2;
    render(
      <StrictMode>
        <Dashboard
          dashboard={aDashboard({ name: 'First' })}
          backend={first.backend}
          widgets={[lastValue]}
          locale="de-DE"
          timeZone="Europe/Berlin"
          theme="light"
        />
        <Dashboard
          dashboard={aDashboard({ name: 'Second' })}
          backend={second.backend}
          widgets={[lastValue]}
          locale="en-US"
          timeZone="America/New_York"
          theme="dark"
        />
      </StrictMode>,
    );
    const one = within(screen.getByRole('region', { name: 'First' }));
    const two = within(screen.getByRole('region', { name: 'Second' }));
    await one.findByText('value 1 de-DE Europe/Berlin');
    await two.findByText('value 2 en-US America/New_York');
    const themes = [...document.querySelectorAll('.gp-dashboard')].map((root) => root.getAttribute('data-gp-theme'));
    expect(themes).toEqual(['light', 'dark']);

    await userEvent.click(one.getByRole('button', { name: /Time range/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Last 3 hours' }));
    expect(one.getByRole('button', { name: /Time range: Last 3 hours/ })).toBeTruthy();
    expect(two.getByRole('button', { name: /Time range: Last hour/ })).toBeTruthy();

    second.error = new GlasspaneError('unreachable', 'No answer.');
    await userEvent.click(two.getByRole('button', { name: 'Refresh now' }));
    await two.findByText(/Cannot reach the backend/, undefined, { timeout: 5000 });
    expect(one.queryByText(/Cannot reach the backend/)).toBeNull();
  });
});

describe('a dashboard that is unmounted', () => {
  it('leaves no timer, subscription, observer or listener behind', async () => {
    const fake = new FakeBackend();
    const handles = new LiveHandles();
    // What React and the first render of a page set up once for all stays, so that is done before counting.
    render(<Dashboard dashboard={aDashboard()} backend={fake.backend} widgets={[lastValue]} />).unmount();
    await until(50);
    handles.watch();
    try {
      const dashboard = aDashboard({ refreshIntervalMs: 300, widgets: [aWidget(), aWidget({ id: 'b', title: 'B' })] });
      const view = render(
        <StrictMode>
          <Dashboard dashboard={dashboard} backend={fake.backend} widgets={[lastValue]} />
        </StrictMode>,
      );
      await waitFor(() => expect(screen.getAllByText(/value 1/)).toHaveLength(2));
      await userEvent.click(screen.getByRole('button', { name: /Time range/ }));
      fake.emit({ timeMs: Date.now() });
      fake.emit({ timeMs: Date.now() });
      await waitFor(() => expect(fake.subscriptions.size).toBe(1));
      const whileShown = handles.count();
      expect(whileShown).toMatchObject({ IntersectionObserver: 2, ResizeObserver: 3 });
      expect(whileShown.listeners).toBeGreaterThan(0);
      view.unmount();
      await until(50);
      expect(handles.count()).toEqual({});
      expect(fake.subscriptions.size).toBe(0);
      fake.asked.length = 0;
      await until(700);
      expect(fake.asked).toEqual([]);
    } finally {
      handles.unwatch();
    }
  });
});

describe("a host's QueryClient", () => {
  it('is used when there is one, and is neither cleared nor closed', async () => {
    const fake = new FakeBackend();
    const client = new QueryClient();
    const view = render(
      <QueryClientProvider client={client}>
        <Dashboard dashboard={aDashboard()} backend={fake.backend} widgets={[lastValue]} />
      </QueryClientProvider>,
    );
    await screen.findByText(/value 1/);
    expect(client.getQueryCache().getAll()).toHaveLength(1);
    view.unmount();
    await until(20);
    expect(client.getQueryCache().getAll()).toHaveLength(1);
    client.clear();
  });
});
