import { cleanup, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import '../../styles.css';
import { LoadChart, loadFrame } from '../../../test/LoadChart.tsx';
import type { TimeSeriesViewProps } from '../../widgets/timeSeries/TimeSeriesView.tsx';

const levels = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `level ${count - index}`);
const two = [loadFrame(levels(2))];
const thirty = [loadFrame(levels(30))];
const links = [{ title: 'Logs', url: 'https://logs.example.com/?level={{level}}' }];

function Chart(props: Partial<TimeSeriesViewProps>): ReactElement {
  return <LoadChart frames={two} pageHeight={1500} {...props} />;
}

const plotOf = (): HTMLElement => screen.getByRole('application');
const middle = (): { readonly x: number; readonly y: number } => ({ x: Math.round(plotOf().clientWidth / 2), y: 50 });
const dialog = (): HTMLElement | null => screen.queryByRole('dialog', { name: /^Values/ });
const tooltip = (): HTMLElement | null => document.querySelector('.gp-tooltip');
const hovered = (): boolean => tooltip()?.matches(':popover-open') ?? false;
const namesIn = (element: ParentNode | null, selector: string): readonly (string | null)[] =>
  [...(element?.querySelectorAll<HTMLElement>(selector) ?? [])]
    .filter(({ offsetParent, offsetHeight }) => offsetParent !== null || offsetHeight > 0)
    .map(({ textContent }) => textContent);

afterEach(cleanup);

describe('a tooltip', () => {
  it('lists by name, or in the order of the series, where it is told to', async () => {
    const { rerender } = render(<Chart options={{ tooltip: { sort: 'name' } }} />);
    await userEvent.hover(plotOf(), { position: middle() });
    expect(namesIn(tooltip(), '.gp-tooltip-name')).toEqual(['level 1', 'level 2']);
    rerender(<Chart options={{ tooltip: { sort: 'series' } }} />);
    expect(namesIn(tooltip(), '.gp-tooltip-name')).toEqual(['level 2', 'level 1']);
  });

  it('has the nearest series alone, or is not there, where it is told to', async () => {
    const { rerender } = render(<Chart options={{ tooltip: { mode: 'single' } }} />);
    await userEvent.hover(plotOf(), { position: { x: middle().x, y: plotOf().clientHeight - 5 } });
    expect(namesIn(tooltip(), '.gp-tooltip-name')).toEqual(['level 2']);
    rerender(<Chart options={{ tooltip: { mode: 'none' } }} />);
    expect([hovered(), document.querySelectorAll('.gp-dot:not([hidden])').length]).toEqual([false, 2]);
  });

  it('shows as many lines as can be read at a glance, and says how many there are besides', async () => {
    render(<Chart frames={thirty} />);
    await userEvent.hover(plotOf(), { position: middle() });
    expect(namesIn(tooltip(), '.gp-tooltip-name')).toHaveLength(14);
    expect(tooltip()?.textContent).toContain('and 16 more: click to see all');
  });
});

describe('a pinned tooltip', () => {
  it('stays after a click while the mouse goes elsewhere, with all series and their links', async () => {
    render(<Chart frames={thirty} field={{ links }} />);
    await userEvent.click(plotOf(), { position: middle() });
    await userEvent.hover(plotOf(), { position: { x: 20, y: 20 } });
    const pinned = dialog();
    expect([pinned?.matches(':popover-open'), hovered()]).toEqual([true, false]);
    expect(pinned?.querySelectorAll('.gp-pinned-row')).toHaveLength(30);
    expect(pinned?.querySelector('a')?.getAttribute('href')).toBe('https://logs.example.com/?level=level%201');
    expect(getComputedStyle(pinned as Element).userSelect).not.toBe('none');
  });

  it('ends with Escape, and gives the focus back to the plot', async () => {
    render(<Chart />);
    await userEvent.click(plotOf(), { position: middle() });
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect([dialog(), document.activeElement]).toEqual([null, plotOf()]);
  });

  it('ends with a click elsewhere, which pins nothing new', async () => {
    render(<Chart />);
    await userEvent.click(plotOf(), { position: middle() });
    await userEvent.click(plotOf(), { position: { x: 30, y: 30 } });
    expect(dialog()).toBeNull();
    await userEvent.click(plotOf(), { position: { x: 30, y: 30 } });
    expect(dialog()).not.toBeNull();
  });

  it('is sorted anew by its button, and used with the keyboard alone', async () => {
    render(<Chart field={{ links }} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    const names = (): readonly (string | null)[] => namesIn(dialog(), '.gp-pinned-name');
    expect(names()).toEqual(['level 1', 'level 2']);
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Logs');
    await userEvent.keyboard('{Escape}');
    cleanup();
    render(<Chart frames={thirty} />);
    await userEvent.click(plotOf(), { position: middle() });
    await userEvent.click(screen.getByRole('button', { name: 'By value' }));
    expect(names().slice(0, 3)).toEqual(['level 1', 'level 2', 'level 3']);
    await userEvent.click(screen.getByRole('button', { name: 'By name' }));
    expect(names().slice(0, 3)).toEqual(['level 30', 'level 29', 'level 28']);
  });
});

describe('a host', () => {
  it('hears of the sample that is clicked, with the keys that are held', async () => {
    const onPointClick = vi.fn();
    render(<Chart onPointClick={onPointClick} refIds={['A']} />);
    await userEvent.click(plotOf(), {
      position: { x: middle().x, y: plotOf().clientHeight * 0.75 },
      modifiers: ['Shift'],
    });
    expect(onPointClick.mock.calls).toEqual([
      [
        expect.objectContaining({
          seriesName: 'level 2',
          labels: { level: 'level 2' },
          refId: 'A',
          timeMs: 50_000,
          value: 50,
          shiftKey: true,
          ctrlKey: false,
        }),
      ],
    ]);
    expect(dialog()).not.toBeNull();
  });

  it('answers itself where it says so, and drills down from the lines of a pinned tooltip', async () => {
    const onPointClick = vi.fn((point: { preventDefault(): void }) => point.preventDefault());
    render(<Chart onPointClick={onPointClick} />);
    await userEvent.click(plotOf(), { position: { x: middle().x, y: plotOf().clientHeight * 0.75 } });
    expect([onPointClick.mock.calls.length, dialog()]).toEqual([1, null]);
    await userEvent.click(plotOf(), { position: { x: middle().x, y: 5 } });
    await userEvent.click(within(dialog() as HTMLElement).getByRole('button', { name: 'level 1' }));
    expect(onPointClick).toHaveBeenLastCalledWith(expect.objectContaining({ seriesName: 'level 1', value: 150 }));
  });

  it('is asked to go back by a double click, and by Backspace', async () => {
    const onZoomBack = vi.fn();
    render(<Chart onZoomBack={onZoomBack} onTimeRangeSelect={() => {}} />);
    await userEvent.dblClick(plotOf(), { position: middle() });
    expect([onZoomBack.mock.calls.length, dialog()]).toEqual([1, null]);
    plotOf().focus();
    await userEvent.keyboard('{Backspace}');
    expect(onZoomBack).toHaveBeenCalledTimes(2);
  });
});

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Sends a real touch: places are parts of the plot, 0 to 1. The page that runs the tests may show them scaled. */
async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: readonly Finger[]): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, window.innerWidth, 0);
  const scale = frame.width / window.innerWidth;
  const { left, top, width, height } = plotOf().getBoundingClientRect();
  const touchPoints = fingers.map(({ x, y }, id) => ({
    id,
    x: frame.left + (left + x * width) * scale,
    y: frame.top + (top + y * height) * scale,
  }));
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
}

describe('a finger', () => {
  it('reads values with a tap, and pins them with another one there', async () => {
    render(<Chart />);
    await touch('touchStart', { x: 0.5, y: 0.5 });
    await touch('touchEnd');
    await vi.waitFor(() => expect(tooltip()?.textContent).toContain('00:00:50'));
    expect([hovered(), dialog()]).toEqual([true, null]);
    await touch('touchStart', { x: 0.5, y: 0.5 });
    await touch('touchEnd');
    await vi.waitFor(() => expect(dialog()).not.toBeNull());
  });

  it('selects a time range by a long press and a drag', async () => {
    const onTimeRangeSelect = vi.fn();
    render(<Chart onTimeRangeSelect={onTimeRangeSelect} />);
    await touch('touchStart', { x: 0.25, y: 0.5 });
    const brush = document.querySelector<HTMLElement>('.gp-brush');
    await vi.waitFor(() => expect(brush?.hidden).toBe(false), { timeout: 3000 });
    await touch('touchMove', { x: 0.5, y: 0.6 });
    await touch('touchMove', { x: 0.75, y: 0.6 });
    await touch('touchEnd');
    await vi.waitFor(() => expect(onTimeRangeSelect).toHaveBeenCalledOnce());
    const [{ startMs, endMs }] = onTimeRangeSelect.mock.calls[0] ?? [{}];
    expect([Math.round(startMs / 1000), Math.round(endMs / 1000)]).toEqual([25, 75]);
  });

  it('selects what is between it and a second one', async () => {
    const onTimeRangeSelect = vi.fn();
    render(<Chart onTimeRangeSelect={onTimeRangeSelect} />);
    await touch('touchStart', { x: 0.45, y: 0.5 });
    await touch('touchStart', { x: 0.45, y: 0.5 }, { x: 0.55, y: 0.5 });
    await touch('touchMove', { x: 0.3, y: 0.5 }, { x: 0.8, y: 0.5 });
    await touch('touchEnd');
    await vi.waitFor(() => expect(onTimeRangeSelect).toHaveBeenCalledOnce());
    const [{ startMs, endMs }] = onTimeRangeSelect.mock.calls[0] ?? [{}];
    expect([Math.round(startMs / 1000), Math.round(endMs / 1000)]).toEqual([30, 80]);
  });

  it('still scrolls the page', async () => {
    render(<Chart onTimeRangeSelect={() => {}} />);
    const outer = plotOf().getBoundingClientRect();
    await touch('touchStart', { x: 0.5, y: 0.9 });
    for (const y of [0.8, 0.6, 0.4, 0.2]) await touch('touchMove', { x: 0.5, y });
    await touch('touchEnd');
    await vi.waitFor(() => expect(plotOf().getBoundingClientRect().top).toBeLessThan(outer.top));
    expect(hovered()).toBe(false);
    window.scrollTo(0, 0);
  });
});
