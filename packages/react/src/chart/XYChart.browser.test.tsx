import type { Frame } from '@glasspane/core';
import { cleanup, render } from '@testing-library/react';
import { Profiler, type ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles.css';
import { LoadChart, loadFrame } from '../../test/LoadChart.tsx';
import type { TimeSeriesViewProps } from '../widgets/timeSeries/TimeSeriesView.tsx';

const frame = loadFrame(['low', 'high']);
const frames = [frame];

function Chart(props: Partial<TimeSeriesViewProps>): ReactElement {
  return <LoadChart frames={frames} {...props} />;
}

function plotOf(container: HTMLElement): HTMLElement {
  const plot = container.querySelector<HTMLElement>('.gp-plot');
  if (plot === null) {
    throw new Error('The chart has no plot.');
  }
  return plot;
}

function tooltipOf(container: HTMLElement): {
  isShown: boolean;
  rows: (readonly (string | null)[])[];
  time: string | null;
} {
  const tooltip = container.querySelector<HTMLElement>('.gp-tooltip');
  const text = (element: Element, name: string): string | null => element.querySelector(name)?.textContent ?? null;
  const rows = [...(tooltip?.querySelectorAll('.gp-tooltip-row') ?? [])];
  return {
    isShown: tooltip?.matches(':popover-open') ?? false,
    rows: rows.map((row) => [text(row, '.gp-tooltip-name'), text(row, '.gp-tooltip-value')]),
    time: tooltip === null ? null : text(tooltip, '.gp-tooltip-time'),
  };
}

afterEach(cleanup);

describe('a real mouse over a chart', () => {
  it('shows the values of the nearest sample, the largest first, and nothing after it left', async () => {
    const { container } = render(<Chart />);
    const plot = plotOf(container);
    await userEvent.hover(plot, { position: { x: Math.round(plot.clientWidth / 2), y: 50 } });
    expect(tooltipOf(container)).toEqual({
      isShown: true,
      time: 'Thu, Jan 1, 1970, 00:00:50',
      rows: [
        ['high', '150'],
        ['low', '50'],
      ],
    });
    await userEvent.unhover(plot);
    expect(tooltipOf(container).isShown).toBe(false);
  });

  it('never renders React', async () => {
    const onRender = vi.fn();
    const { container } = render(
      <Profiler id="chart" onRender={onRender}>
        <Chart />
      </Profiler>,
    );
    const plot = plotOf(container);
    // The words come when there is time for them.
    await vi.waitFor(() => expect(container.querySelectorAll('tbody tr').length).toBeGreaterThan(0), { timeout: 5000 });
    onRender.mockClear();
    for (const x of [10, 100, 200, 300]) {
      await userEvent.hover(plot, { position: { x, y: 60 } });
    }
    expect([tooltipOf(container).isShown, onRender.mock.calls.length]).toEqual([true, 0]);
  });

  it('keeps the tooltip within the window at both ends of the plot', async () => {
    await page.viewport(700, 400);
    const { container } = render(<Chart />);
    const plot = plotOf(container);
    for (const x of [1, plot.clientWidth - 2]) {
      await userEvent.hover(plot, { position: { x, y: plot.clientHeight - 5 } });
      const box = container.querySelector('.gp-tooltip')?.getBoundingClientRect();
      expect(box?.left).toBeGreaterThanOrEqual(0);
      expect(box?.right).toBeLessThanOrEqual(700);
      expect(box?.bottom).toBeLessThanOrEqual(400);
    }
  });

  it('keeps a wide tooltip within a narrow window, wherever the pointer is', async () => {
    await page.viewport(380, 400);
    const fields = frame.fields.map((field, index) => ({
      ...field,
      labels: { level: `${'long '.repeat(12)}${index}` },
    }));
    const { container } = render(<Chart width={340} frames={[{ ...frame, fields } as Frame]} />);
    const plot = plotOf(container);
    for (const part of [0.02, 0.3, 0.48, 0.52, 0.7, 0.98]) {
      await userEvent.hover(plot, { position: { x: Math.round(plot.clientWidth * part), y: 50 } });
      const box = container.querySelector('.gp-tooltip')?.getBoundingClientRect();
      expect(box?.left).toBeGreaterThanOrEqual(0);
      expect(box?.right).toBeLessThanOrEqual(380);
    }
    await page.viewport(700, 400);
  });

  it('selects a time range by dragging, to whichever side', async () => {
    const onTimeRangeSelect = vi.fn();
    const { container } = render(<Chart onTimeRangeSelect={onTimeRangeSelect} />);
    const plot = plotOf(container);
    const width = plot.clientWidth;
    await userEvent.dragAndDrop(plot, plot, {
      sourcePosition: { x: Math.round(width * 0.75), y: 40 },
      targetPosition: { x: Math.round(width * 0.25), y: 80 },
    });
    expect(onTimeRangeSelect).toHaveBeenCalledOnce();
    const [{ startMs, endMs }] = onTimeRangeSelect.mock.calls[0] ?? [{}];
    expect([Math.round(startMs / 1000), Math.round(endMs / 1000)]).toEqual([25, 75]);
    expect(container.querySelector<HTMLElement>('.gp-brush')?.hidden).toBe(true);
  });

  it('takes a click for no selection', async () => {
    const onTimeRangeSelect = vi.fn();
    const { container } = render(<Chart onTimeRangeSelect={onTimeRangeSelect} />);
    await userEvent.click(plotOf(container), { position: { x: 100, y: 60 } });
    expect(onTimeRangeSelect).not.toHaveBeenCalled();
  });
});

describe('the keyboard', () => {
  it('reaches the chart with Tab, then the legend, and moves the crosshair between', async () => {
    const { container } = render(<Chart />);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(plotOf(container));
    await userEvent.keyboard('{ArrowLeft}');
    expect(tooltipOf(container)).toMatchObject({ isShown: true, time: 'Thu, Jan 1, 1970, 00:01:40' });
    await userEvent.keyboard('{Tab}');
    expect(tooltipOf(container).isShown).toBe(false);
    expect(document.activeElement?.textContent).toContain('low');
  });
});

describe('new data under a crosshair', () => {
  it('shows the new values where it stands', async () => {
    const { container, rerender } = render(<Chart />);
    const plot = plotOf(container);
    await userEvent.hover(plot, { position: { x: Math.round(plot.clientWidth / 2), y: 50 } });
    const fields = frame.fields.map((field) =>
      field.kind === 'number' ? { ...field, values: field.values.map((value) => value * 2) } : field,
    );
    rerender(<Chart frames={[{ ...frame, fields }]} />);
    expect(tooltipOf(container).rows).toEqual([
      ['high', '300'],
      ['low', '100'],
    ]);
  });

  it('keeps it under a mouse that rests, and at its moment for the keyboard', async () => {
    const { container, rerender } = render(<Chart />);
    const plot = plotOf(container);
    const moved = { startMs: -20_000, endMs: 80_000 };
    await userEvent.hover(plot, { position: { x: Math.round(plot.clientWidth / 2), y: 50 } });
    rerender(<Chart timeRange={moved} />);
    expect(tooltipOf(container).time).toBe('Thu, Jan 1, 1970, 00:00:30');
    await userEvent.unhover(plot);
    plot.focus();
    await userEvent.keyboard('{End}{ArrowLeft}');
    expect(tooltipOf(container).time).toBe('Thu, Jan 1, 1970, 00:01:19');
    rerender(<Chart />);
    expect(tooltipOf(container).time).toBe('Thu, Jan 1, 1970, 00:01:19');
  });
});

describe('a finger on a chart', () => {
  const touch = (type: string, target: HTMLElement): void => {
    const { left, top } = target.getBoundingClientRect();
    const point = { clientX: left + 100, clientY: top + 50, pointerType: 'touch', pointerId: 7 };
    target.dispatchEvent(new PointerEvent(type, { bubbles: true, ...point }));
  };

  it('shows values that stay after a tap, and none when it scrolls the page', () => {
    const { container } = render(<Chart />);
    const plot = plotOf(container);
    for (const type of ['pointerdown', 'pointerup', 'pointerout']) touch(type, plot);
    expect(tooltipOf(container).isShown).toBe(true);
    for (const type of ['pointerdown', 'pointermove', 'pointercancel', 'pointerout']) touch(type, plot);
    expect(tooltipOf(container).isShown).toBe(false);
  });

  it('keeps the tooltip beside its chart while the page is scrolled', async () => {
    const { container } = render(
      <div style={{ height: 3000 }}>
        <Chart />
      </div>,
    );
    const plot = plotOf(container);
    const distance = (): number =>
      (container.querySelector('.gp-tooltip')?.getBoundingClientRect().top ?? 0) - plot.getBoundingClientRect().top;
    for (const type of ['pointerdown', 'pointerup', 'pointerout']) touch(type, plot);
    const before = distance();
    window.scrollTo(0, 40);
    await vi.waitFor(() => expect([window.scrollY, Math.round(distance())]).toEqual([40, Math.round(before)]));
    window.scrollTo(0, 0);
  });
});
