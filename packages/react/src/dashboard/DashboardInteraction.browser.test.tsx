import type { TimeRange } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler, type ReactElement, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import '../styles.css';
import { Dashboard, type DashboardProps } from './Dashboard.tsx';

afterEach(cleanup);

const hour: TimeRange = { from: '2026-03-11T06:00:00.000Z', to: '2026-03-11T07:00:00.000Z' };
const chart = (title: string, y: number) =>
  aWidget({ id: title, title, type: 'timeSeries', layout: { x: 0, y, w: 24, h: 5 } });

function show(name: string, props: Partial<DashboardProps> = {}): ReactElement {
  return (
    <div style={{ width: 700 }}>
      <Dashboard
        dashboard={aDashboard({
          id: name,
          name,
          timeRange: hour,
          widgets: [chart(`${name} one`, 0), chart(`${name} two`, 5)],
        })}
        backend={new FakeBackend().backend}
        isLive={false}
        timeZone="UTC"
        locale="en-US"
        {...props}
      />
    </div>
  );
}

const widget = (title: string): HTMLElement => screen.getByRole('article', { name: title });
const plotOf = (title: string): Promise<HTMLElement> =>
  waitFor(() => within(widget(title)).getByRole('application'), { timeout: 5000 });
const lineOf = (title: string): HTMLElement | null => widget(title).querySelector('.gp-crosshair');

async function zoom(title: string): Promise<void> {
  const plot = await plotOf(title);
  await userEvent.dragAndDrop(plot, plot, {
    sourcePosition: { x: 100, y: 30 },
    targetPosition: { x: 300, y: 30 },
  });
}

function Host(): ReactElement {
  const [timeRange, setTimeRange] = useState<TimeRange>(hour);
  return (
    <>
      <output data-testid="from">{timeRange.from}</output>
      {show('Here', { timeRange, onTimeRangeChange: setTimeRange })}
    </>
  );
}

describe('the crosshair of a dashboard', () => {
  it('is shared by its widgets, at the same time, and never renders; another dashboard has its own', async () => {
    const onRender = vi.fn();
    render(
      <Profiler id="both" onRender={onRender}>
        {show('Here')}
        {show('There')}
      </Profiler>,
    );
    const plots = await Promise.all(['Here one', 'Here two', 'There one'].map(plotOf));
    const [plot] = plots;
    if (plot === undefined) throw new Error('no plot');
    await userEvent.hover(plot, { position: { x: 200, y: 30 } });
    onRender.mockClear();
    await userEvent.hover(plot, { position: { x: 250, y: 40 } });
    expect(lineOf('Here two')?.hidden).toBe(false);
    expect(lineOf('Here two')?.style.transform).toBe(lineOf('Here one')?.style.transform);
    expect(widget('Here two').querySelector('.gp-tooltip')?.matches(':popover-open')).toBe(false);
    expect([lineOf('There one')?.hidden, lineOf('There two')?.hidden]).toEqual([true, true]);
    expect(onRender).not.toHaveBeenCalled();
    await userEvent.unhover(plot);
    expect(lineOf('Here two')?.hidden).toBe(true);
  });

  it('is gone from the others when its chart is', async () => {
    const view = render(show('Here'));
    await plotOf('Here two');
    await userEvent.hover(await plotOf('Here one'), { position: { x: 200, y: 30 } });
    expect(lineOf('Here two')?.hidden).toBe(false);
    await userEvent.keyboard('{Escape}');
    const left = aDashboard({ id: 'Here', name: 'Here', timeRange: hour, widgets: [chart('Here two', 5)] });
    view.rerender(show('Here', { dashboard: left }));
    await waitFor(() => expect(lineOf('Here two')?.hidden).toBe(true));
  });
});

describe('going back through time ranges', () => {
  const back = (): HTMLElement => screen.getByRole('button', { name: 'Zoom back' });

  it('goes back by a double click, by Backspace and by the button', async () => {
    const onTimeRangeChange = vi.fn();
    render(show('Here', { onTimeRangeChange }));
    expect(back().getAttribute('aria-disabled')).toBe('true');
    for (const goBack of [
      async () => userEvent.dblClick(await plotOf('Here two'), { position: { x: 100, y: 30 } }),
      async () => {
        (await plotOf('Here one')).focus();
        await userEvent.keyboard('{Backspace}');
      },
      () => userEvent.click(back()),
    ]) {
      await zoom('Here one');
      await waitFor(() => expect(onTimeRangeChange.mock.lastCall?.[0]).not.toEqual(hour));
      expect(back().getAttribute('aria-disabled')).toBe('false');
      await goBack();
      await waitFor(() => expect(onTimeRangeChange.mock.lastCall?.[0]).toEqual(hour));
      expect(back().getAttribute('aria-disabled')).toBe('true');
    }
  });

  it('asks a host that controls the time range', async () => {
    render(<Host />);
    const from = (): string | null => screen.getByTestId('from').textContent;
    await zoom('Here one');
    await waitFor(() => expect(from()).not.toBe(hour.from));
    await userEvent.click(back());
    await waitFor(() => expect(from()).toBe(hour.from));
    expect(back().getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a widget shown as a table', () => {
  it('is a real table that the keyboard reaches, and stays one while the dashboard is open', async () => {
    const view = render(show('Here'));
    await plotOf('Here one');
    const toggle = (): HTMLElement => screen.getByRole('button', { name: 'Show Here one as table' });
    toggle().focus();
    await userEvent.keyboard('{Enter}');
    const table = await within(widget('Here one')).findByRole('grid', { name: 'Here one, as a table' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent?.trim()),
    ).toEqual(['Time', 'fake']);
    expect(within(table).getAllByRole('row')[1]?.textContent).toContain('Wed, Mar 11, 2026, 06:00');
    expect([toggle().getAttribute('aria-pressed'), document.activeElement]).toEqual(['true', toggle()]);
    // Another layout mounts its widgets anew.
    (view.container.firstElementChild as HTMLElement).style.width = '400px';
    await waitFor(() => expect(table.isConnected).toBe(false));
    await within(widget('Here one')).findByRole('grid', { name: 'Here one, as a table' });
    await userEvent.click(toggle());
    await plotOf('Here one');
  });
});

describe('a host', () => {
  it('hears which widget the clicked sample is of', async () => {
    const onPointClick = vi.fn();
    render(show('Here', { onPointClick }));
    const plot = await plotOf('Here two');
    plot.focus();
    await userEvent.keyboard('{End}{ArrowDown}{Enter}');
    expect(onPointClick.mock.calls).toEqual([
      [
        expect.objectContaining({
          widget: expect.objectContaining({ id: 'Here two' }),
          seriesName: 'fake',
          refId: 'A',
          value: 1,
          timeMs: Date.parse(hour.to),
        }),
      ],
    ]);
  });
});
