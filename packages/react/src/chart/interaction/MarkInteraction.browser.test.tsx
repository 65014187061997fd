import { cleanup, render, screen } from '@testing-library/react';
import { Profiler, type ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../styles.css';
import { MarkInteraction, type MarkInteractionProps } from './MarkInteraction.tsx';
import { createSharedCrosshair } from './SharedCrosshair.ts';
import { SharedCrosshairContext } from './useSharedCrosshair.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

const cells: readonly (readonly (Cell | undefined)[])[] = [0, 1].map((row) =>
  [0, 1, 2].map((column) => (row === 1 && column === 1 ? undefined : { row, column, value: row * 10 + column })),
);
const nextCells = cells.map((row) => row.map((cell) => cell && { ...cell, value: cell.value + 100 }));

function Cells(props: Partial<MarkInteractionProps<Cell>>): ReactElement {
  return (
    <div className="gp-root" style={{ padding: 20 }}>
      <div className="gp-chart-plot" style={{ width: 300, height: 200 }}>
        <MarkInteraction
          label="Cells"
          width={300}
          height={200}
          marks={cells}
          boxOf={({ row, column }) => ({ left: column * 100, top: row * 100, width: 90, height: 90 })}
          tooltipOf={({ row, column, value }) => ({
            title: `Row ${row}`,
            rows: [{ key: 'value', name: `Cell ${column}`, value: `${value} ms`, color: '#4173e2' }],
          })}
          clickOf={({ column, value }) => ({ seriesName: `Cell ${column}`, labels: {}, value })}
          timeOf={({ column }) => column * 1000}
          xOf={(timeMs) => (timeMs <= 2000 ? timeMs / 10 + 45 : undefined)}
          {...props}
        />
      </div>
    </div>
  );
}

const area = (): HTMLElement => screen.getByRole('application', { name: 'Cells. Arrow keys read the values.' });
const tooltip = (): HTMLElement | null => document.querySelector('.gp-tooltip:popover-open');
const ring = (): DOMRect | undefined =>
  document.querySelector<HTMLElement>('.gp-mark-ring:not([hidden])')?.getBoundingClientRect();
const spoken = (): string | null | undefined => document.querySelector('[aria-live]')?.textContent;
const dialog = (): HTMLElement | null => screen.queryByRole('dialog');

afterEach(cleanup);

describe('marks under a mouse', () => {
  it('have a ring and a tooltip, and never render', async () => {
    const onRender = vi.fn();
    render(
      <Profiler id="cells" onRender={onRender}>
        <Cells />
      </Profiler>,
    );
    onRender.mockClear();
    await userEvent.hover(area(), { position: { x: 250, y: 150 } });
    expect(tooltip()?.textContent).toBe('Row 1Cell 212 ms');
    const origin = area().getBoundingClientRect();
    expect([(ring()?.left ?? 0) - origin.left, (ring()?.top ?? 0) - origin.top, ring()?.width]).toEqual([200, 100, 90]);
    await userEvent.hover(area(), { position: { x: 150, y: 150 } });
    expect([tooltip(), ring(), onRender.mock.calls.length]).toEqual([null, undefined, 0]);
  });

  it('show what is new under it when new data come', async () => {
    const { rerender } = render(<Cells />);
    await userEvent.hover(area(), { position: { x: 50, y: 50 } });
    rerender(<Cells marks={nextCells} />);
    expect(tooltip()?.textContent).toBe('Row 0Cell 0100 ms');
  });

  it('are pinned with their links by a click, and let go by the next one', async () => {
    render(<Cells linksOf={() => [{ title: 'Traces', href: 'https://traces.example.com/' }]} />);
    await userEvent.click(area(), { position: { x: 50, y: 50 } });
    expect([dialog()?.querySelector('a')?.textContent, tooltip()]).toEqual(['Traces', null]);
    await userEvent.click(area(), { position: { x: 250, y: 50 } });
    expect(dialog()).toBeNull();
  });

  it('tell the host of a click, which may answer itself', async () => {
    const onPointClick = vi.fn((point: { preventDefault(): void }) => point.preventDefault());
    render(<Cells onPointClick={onPointClick} />);
    await userEvent.click(area(), { position: { x: 250, y: 50 }, modifiers: ['Alt'] });
    expect(onPointClick.mock.calls).toEqual([
      [expect.objectContaining({ seriesName: 'Cell 2', value: 2, altKey: true, shiftKey: false })],
    ]);
    expect(dialog()).toBeNull();
  });
});

describe('marks under the keyboard', () => {
  it('are spoken one after the other, holes among them', async () => {
    render(<Cells />);
    await userEvent.tab();
    const said: (string | null | undefined)[] = [];
    for (const key of ['{ArrowRight}', '{ArrowRight}', '{ArrowDown}', '{End}']) {
      await userEvent.keyboard(key);
      said.push(spoken());
    }
    expect(said).toEqual(['Row 0: Cell 0 0 ms', 'Row 0: Cell 1 1 ms', 'No value here.', 'Row 1: Cell 2 12 ms']);
    await userEvent.keyboard('{Escape}');
    expect([spoken(), tooltip()]).toEqual(['', null]);
  });

  it('are pinned with Enter, and have the focus again after Escape', async () => {
    render(<Cells />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect([dialog(), document.activeElement]).toEqual([null, area()]);
  });
});

describe('marks that have a time', () => {
  it('share it with the other widgets, and show where their crosshair stands', async () => {
    const shared = createSharedCrosshair();
    const heard: (number | undefined)[] = [];
    shared.subscribe((timeMs) => heard.push(timeMs));
    render(
      <SharedCrosshairContext.Provider value={shared}>
        <Cells />
      </SharedCrosshairContext.Provider>,
    );
    await userEvent.hover(area(), { position: { x: 150, y: 50 } });
    await userEvent.unhover(area());
    expect(heard).toEqual([1000, undefined]);
    const line = document.querySelector<HTMLElement>('.gp-crosshair');
    shared.move(2000, () => {});
    expect([line?.hidden, line?.style.transform]).toEqual([false, 'translateX(245px)']);
    shared.move(9000, () => {});
    expect(line?.hidden).toBe(true);
  });
});
