import { GlasspaneError } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles.css';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { fragile, lastValue } from '../../test/lastValue.tsx';
import { Dashboard, type DashboardProps } from './Dashboard.tsx';

const down = new GlasspaneError('unreachable', 'No answer from http://backend.example.');

function show(fake: FakeBackend, props: Partial<DashboardProps> = {}) {
  const all: DashboardProps = { dashboard: aDashboard(), backend: fake.backend, widgets: [lastValue], ...props };
  return render(
    <StrictMode>
      <Dashboard {...all} />
    </StrictMode>,
  );
}

const widget = (name = 'CPU') => within(screen.getByRole('article', { name }));

afterEach(cleanup);

describe('Dashboard', () => {
  it('shows the values of the backend, with no provider around it', async () => {
    const fake = new FakeBackend();
    fake.value = 42;
    show(fake);
    expect(await screen.findByText(/value 42/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Test dashboard' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 3, name: 'CPU' })).toBeTruthy();
  });

  it('has a recorded sample on the screen within a second, asking only the queries concerned', async () => {
    const fake = new FakeBackend();
    const memory = aWidget({ id: 'memory', title: 'Memory', queries: [{ refId: 'A', expr: 'other' }] });
    show(fake, { dashboard: aDashboard({ widgets: [aWidget(), memory] }) });
    await widget('Memory').findByText(/value 1/);
    await waitFor(() => expect([...fake.subscriptions].flatMap(({ selectors }) => selectors)).toHaveLength(2));
    fake.value = 7;
    fake.asked.length = 0;
    const startMs = performance.now();
    fake.emit({ timeMs: Date.now(), matched: [0] });
    await widget('CPU').findByText(/value 7/);
    expect(performance.now() - startMs).toBeLessThan(1000);
    expect(fake.asked.map(({ expr }) => expr)).toEqual(['fake']);
    expect(widget('Memory').getByText(/value 1/)).toBeTruthy();
  });

  it('keeps the last data when the backend goes away, says so once, and recovers by itself', async () => {
    const fake = new FakeBackend();
    show(fake, { dashboard: aDashboard({ refreshIntervalMs: 200 }) });
    await screen.findByText(/value 1/);
    fake.error = down;
    const status = await screen.findByText(/Cannot reach the backend, trying again; data of /, undefined, {
      timeout: 5000,
    });
    expect(status.closest('[role=status]')).toBeTruthy();
    expect(widget().getByText(/value 1/)).toBeTruthy();
    expect(widget().getByRole('button', { name: 'Data is not current' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    fake.error = undefined;
    fake.value = 2;
    await screen.findByText(/value 2/, undefined, { timeout: 5000 });
    await waitFor(() => expect(screen.queryByText(/Cannot reach the backend/)).toBeNull());
  });

  it('says what is wrong and what to do when there was never any data, and tries again on demand', async () => {
    const fake = new FakeBackend();
    fake.error = new GlasspaneError('bad_query', 'Unexpected "}" at 7.');
    show(fake);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The query does not work');
    expect(alert.textContent).toContain('Unexpected "}" at 7.');
    fake.error = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/value 1/)).toBeTruthy();
  });

  it('keeps an error where it is while it tries again', async () => {
    const fake = new FakeBackend();
    fake.error = down;
    show(fake);
    const alert = await screen.findByRole('alert', undefined, { timeout: 5000 });
    fake.asked.length = 0;
    await waitFor(() => expect(fake.asked.length).toBeGreaterThan(0), { timeout: 5000 });
    expect(screen.getByRole('alert')).toBe(alert);
  });

  it('says that there is no data, and what was asked', async () => {
    const fake = new FakeBackend();
    fake.isEmpty = true;
    show(fake);
    await screen.findByText('No data in this time range');
    expect(widget().getByText('fake')).toBeTruthy();
  });

  it('shows what the backend says of a result behind a button', async () => {
    const fake = new FakeBackend();
    fake.notices = [{ severity: 'warning', message: 'Only the first 100 series are shown.' }];
    show(fake);
    await userEvent.click(await screen.findByRole('button', { name: '1 warning' }));
    expect(screen.getByText('Only the first 100 series are shown.')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await userEvent.unhover(screen.getByRole('button', { name: '1 warning' }));
    await waitFor(() => expect(screen.queryByText('Only the first 100 series are shown.')).toBeNull());
  });

  it('gives a placeholder to an unknown type, names invalid options, and lets the rest live', async () => {
    const fake = new FakeBackend();
    const widgets = [
      aWidget({ id: 'a', title: 'Strange', type: 'hologram' }),
      aWidget({ id: 'b', title: 'Wrong', options: { prefix: 7 } }),
      aWidget({ id: 'c', title: 'Fine' }),
    ];
    show(fake, { dashboard: aDashboard({ widgets }) });
    await widget('Fine').findByText(/value 1/);
    expect(widget('Strange').getByText('Unknown widget type “hologram”')).toBeTruthy();
    expect(widget('Wrong').getByRole('alert').textContent).toContain('options.prefix');
  });

  it('says which capability the backend lacks', async () => {
    const recorder = { ...lastValue, type: 'recorder', label: 'Recorder', needs: ['sink'] as const };
    const fake = new FakeBackend();
    show(fake, { dashboard: aDashboard({ widgets: [aWidget({ type: 'recorder' })] }), widgets: [recorder] });
    expect(await screen.findByText('This backend has no sink')).toBeTruthy();
  });

  it('keeps a view that throws from taking its neighbours along, and tries again on demand', async () => {
    let isBroken = true;
    const fake = new FakeBackend();
    const widgets = [aWidget({ id: 'a', title: 'Fragile', type: 'fragile' }), aWidget()];
    show(fake, { dashboard: aDashboard({ widgets }), widgets: [lastValue, fragile(() => isBroken)] });
    await widget('CPU').findByText(/value 1/);
    expect((await widget('Fragile').findByRole('alert')).textContent).toContain('The view broke.');
    isBroken = false;
    await userEvent.click(widget('Fragile').getByRole('button', { name: 'Try again' }));
    expect(await widget('Fragile').findByText('whole')).toBeTruthy();
  });

  it('names the place of each fault of a document that has no right form', () => {
    show(new FakeBackend(), { dashboard: { ...aDashboard(), widgets: [{ ...aWidget(), layout: { x: 99 } }] } });
    expect(screen.getByRole('alert').textContent).toContain('widgets[0].layout.x');
  });

  it('asks only for widgets near the screen, and stops asking for those that left it', async () => {
    const fake = new FakeBackend();
    const far = aWidget({
      id: 'far',
      title: 'Far',
      layout: { x: 0, y: 100, w: 12, h: 5 },
      queries: [{ refId: 'A', expr: 'far' }],
    });
    const gap = aWidget({
      id: 'gap',
      title: 'Gap',
      layout: { x: 0, y: 5, w: 12, h: 95 },
      queries: [{ refId: 'A', expr: 'gap' }],
    });
    show(fake, { dashboard: aDashboard({ widgets: [aWidget(), gap, far], refreshIntervalMs: 100 }) });
    await widget('CPU').findByText(/value 1/);
    expect(fake.asked.map(({ expr }) => expr)).not.toContain('far');
    screen.getByRole('article', { name: 'Far' }).scrollIntoView();
    await widget('Far').findByText(/value 1/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    fake.asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(new Set(fake.asked.map(({ expr }) => expr)).has('fake')).toBe(false);
    window.scrollTo(0, 0);
  });

  it('lets the host control the time range', async () => {
    const fake = new FakeBackend();
    const asked: unknown[] = [];
    const controlled = { from: 'now-6h', to: 'now' };
    show(fake, { timeRange: controlled, onTimeRangeChange: (timeRange) => asked.push(timeRange) });
    await userEvent.click(await screen.findByRole('button', { name: /Time range: Last 6 hours/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Last 3 hours' }));
    expect(asked).toEqual([{ from: 'now-3h', to: 'now' }]);
    expect(screen.getByRole('button', { name: /Time range: Last 6 hours/ })).toBeTruthy();
  });

  it('lets the interval give way to the live channel where nobody could see what it brings', async () => {
    const fake = new FakeBackend();
    const widgets = [aWidget({ queries: [{ refId: 'A', expr: 'fake', instant: false }] })];
    const timeRange = { from: 'now-7d', to: 'now' };
    show(fake, { dashboard: aDashboard({ refreshIntervalMs: 100, timeRange, widgets }) });
    await screen.findByText('Live');
    await new Promise((resolve) => setTimeout(resolve, 300));
    fake.asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(fake.asked).toEqual([]);
  });

  it('is live only while the time range reaches the present', async () => {
    const fake = new FakeBackend();
    const past = { from: '2026-01-31T08:00:00Z', to: '2026-01-31T10:00:00Z' };
    const { rerender } = show(fake);
    await screen.findByText('Live');
    const inPast = { dashboard: aDashboard(), backend: fake.backend, widgets: [lastValue], timeRange: past };
    rerender(
      <StrictMode>
        <Dashboard {...inPast} />
      </StrictMode>,
    );
    await waitFor(() => expect([fake.subscriptions.size, screen.queryByText('Live')]).toEqual([0, null]));
  });

  it('asks nothing by itself while it is paused, and again when it is resumed', async () => {
    const fake = new FakeBackend();
    show(fake, { dashboard: aDashboard({ refreshIntervalMs: 100 }) });
    await screen.findByText(/value 1/);
    await userEvent.click(screen.getByRole('button', { name: 'Pause refreshing' }));
    await waitFor(() => expect(fake.subscriptions.size).toBe(0));
    fake.asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(fake.asked).toEqual([]);
    fake.value = 3;
    await userEvent.click(screen.getByRole('button', { name: 'Refresh now' }));
    await screen.findByText(/value 3/);
    await userEvent.click(screen.getByRole('button', { name: 'Resume refreshing' }));
    await waitFor(() => expect(fake.subscriptions.size).toBe(1));
  });

  it('stands in one column where its container is narrow', async () => {
    const fake = new FakeBackend();
    const widgets = [aWidget(), aWidget({ id: 'b', title: 'Beside', layout: { x: 12, y: 0, w: 12, h: 5 } })];
    render(
      <div style={{ width: 380 }}>
        <Dashboard dashboard={aDashboard({ widgets })} backend={fake.backend} widgets={[lastValue]} />
      </div>,
    );
    await widget('Beside').findByText(/value 1/);
    const [first, second] = ['CPU', 'Beside'].map((name) =>
      screen.getByRole('article', { name }).getBoundingClientRect(),
    );
    expect(first?.width).toBeGreaterThan(360);
    expect(second?.top).toBeGreaterThan(first?.bottom ?? Number.POSITIVE_INFINITY);
  });
});
