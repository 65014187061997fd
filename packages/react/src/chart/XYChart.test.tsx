import type { Frame } from '@glasspane/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TimeSeriesView } from '../widgets/timeSeries/TimeSeriesView.tsx';

const timeRange = { startMs: 0, endMs: 60_000 };
const times = Float64Array.from([0, 20_000, 40_000, 60_000]);

function frame(series: Readonly<Record<string, readonly number[]>>): Frame {
  return {
    length: times.length,
    fields: [
      { kind: 'time', name: 'time', values: times },
      ...Object.entries(series).map(([mode, values]) => ({
        kind: 'number' as const,
        name: 'cpu',
        labels: { mode },
        values: Float64Array.from(values),
      })),
    ],
  };
}

const modes = frame({ user: [1, 2, 3, 4], system: [4, 3, 2, 1], idle: [9, 9, 9, 9] });
const common = { title: 'CPU', timeRange, width: 600, height: 300, locale: 'en-US', timeZone: 'UTC' };

function lines(container: HTMLElement): number {
  return container.querySelectorAll('.gp-line').length;
}

afterEach(cleanup);

describe('the legend of a chart', () => {
  it('shows one series alone when clicked, and all of them when clicked again', async () => {
    const { container } = render(<TimeSeriesView {...common} frames={[modes]} />);
    const legend = screen.getByRole('list', { name: 'Series' });
    const user = within(legend).getByRole('button', { name: /user/ });
    await userEvent.click(user);
    expect(lines(container)).toBe(1);
    expect(within(legend).getAllByRole('button', { pressed: true })).toEqual([user]);
    await userEvent.click(user);
    expect(lines(container)).toBe(3);
  });

  it('switches one series off and on with the modified click', () => {
    const { container } = render(<TimeSeriesView {...common} frames={[modes]} />);
    const idle = screen.getByRole('button', { name: /idle/ });
    fireEvent.click(idle, { ctrlKey: true });
    expect(lines(container)).toBe(2);
    fireEvent.click(idle, { metaKey: true });
    expect(lines(container)).toBe(3);
  });

  it('shows the last value of each series', () => {
    render(<TimeSeriesView {...common} frames={[modes]} field={{ unit: 'percent' }} />);
    expect(screen.getByRole('button', { name: 'user 4%' })).toBeDefined();
  });
});

describe('the keyboard on a chart', () => {
  async function focusChart(onTimeRangeSelect = vi.fn()) {
    const { container } = render(
      <TimeSeriesView {...common} frames={[modes]} field={{ unit: 's' }} onTimeRangeSelect={onTimeRangeSelect} />,
    );
    screen.getByRole('application').focus();
    const spoken = (): string | null | undefined => container.querySelector('[aria-live]')?.textContent;
    return { spoken, onTimeRangeSelect, keyboard: (keys: string) => userEvent.keyboard(keys) };
  }

  it('reads values from the newest back, and the next series with the arrow down', async () => {
    const { spoken, keyboard } = await focusChart();
    await keyboard('{ArrowLeft}');
    expect(spoken()).toBe('Thu, Jan 1, 1970, 00:01:00: user 4\u00a0s (series 1 of 3)');
    await keyboard('{ArrowLeft}{ArrowDown}');
    expect(spoken()).toBe('Thu, Jan 1, 1970, 00:00:40: system 2\u00a0s (series 2 of 3)');
    await keyboard('{Home}');
    expect(spoken()).toBe('Thu, Jan 1, 1970, 00:00:00: system 4\u00a0s (series 2 of 3)');
  });

  it('selects a time range with Shift and takes it with Enter', async () => {
    const { onTimeRangeSelect, keyboard } = await focusChart();
    await keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{Enter}');
    expect(onTimeRangeSelect.mock.calls).toEqual([[{ startMs: 20_000, endMs: 60_000 }]]);
  });

  it('falls silent with Escape', async () => {
    const { spoken, keyboard } = await focusChart();
    await keyboard('{ArrowLeft}{Escape}');
    expect(spoken()).toBe('');
  });
});

describe('a chart', () => {
  it('draws only the series that changed when a frame comes', () => {
    const { container, rerender } = render(<TimeSeriesView {...common} frames={[modes]} />);
    const before = [...container.querySelectorAll('.gp-line')].map((path) => path.getAttribute('d'));
    const next = {
      ...modes,
      fields: modes.fields.map((field) =>
        field.name === 'cpu' && field.kind === 'number' && field.labels.mode === 'user'
          ? { ...field, values: Float64Array.from([4, 4, 4, 4]) }
          : field,
      ),
    };
    rerender(<TimeSeriesView {...common} frames={[next]} />);
    const after = [...container.querySelectorAll('.gp-line')].map((path) => path.getAttribute('d'));
    expect(after.map((path, index) => path === before[index])).toEqual([false, true, true]);
  });

  it('says how many series it leaves out', () => {
    render(<TimeSeriesView {...common} frames={[modes]} options={{ maxSeries: 2 }} />);
    expect(screen.getByText('Showing 2 of 3 series')).toBeDefined();
  });

  it('says that there is nothing to draw', () => {
    render(<TimeSeriesView {...common} frames={[frame({ user: [Number.NaN, Number.NaN, Number.NaN, Number.NaN] })]} />);
    expect(screen.getByText('No values in this time range')).toBeDefined();
  });

  it('says in the words of the widget that there is nothing to draw', () => {
    render(<TimeSeriesView {...common} frames={[frame({})]} field={{ noValue: 'No errors' }} />);
    expect(screen.getByText('No errors')).toBeDefined();
  });

  it('drops axes and legend where they cannot be read', () => {
    const { container } = render(<TimeSeriesView {...common} width={120} height={60} frames={[modes]} />);
    expect([lines(container), container.querySelectorAll('.gp-axis, .gp-legend').length]).toEqual([3, 0]);
  });

  it('keeps the colour of a series when others come before it', () => {
    const color = (container: HTMLElement): string | null | undefined =>
      container.querySelector('.gp-series[data-series*="user"] .gp-line')?.getAttribute('stroke');
    const one = render(<TimeSeriesView {...common} frames={[frame({ user: [1, 2, 3, 4], idle: [1, 1, 1, 1] })]} />);
    const other = render(<TimeSeriesView {...common} frames={[frame({ idle: [1, 1, 1, 1], user: [5, 5, 5, 5] })]} />);
    expect(color(other.container)).toBe(color(one.container));
  });

  it('has a table of its numbers for screen readers, as soon as there is time for it', async () => {
    render(<TimeSeriesView {...common} frames={[modes]} />);
    const row = await screen.findByRole('row', { name: /system/ }, { timeout: 5000 });
    expect(within(screen.getByRole('table', { name: 'CPU' })).getAllByRole('row')).toContain(row);
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['1', '4', '2.5', '1']);
  });
});
