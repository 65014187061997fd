import type { Frame } from '@glasspane/core';
import { act, cleanup, render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../styles.css';
import { numberField } from './numberField.ts';
import { TableView, type TableViewProps } from './TableView.tsx';

const many = 100_000;
const frames: readonly Frame[] = [
  {
    length: many,
    fields: [
      { kind: 'string', name: 'Request', values: Array.from({ length: many }, (_, row) => `request-${row + 1}`) },
      numberField(
        'Duration',
        Array.from({ length: many }, (_, row) => (row * 7919) % many),
      ),
    ],
  },
];
const props: TableViewProps = {
  frames,
  title: 'Requests',
  timeRange: { startMs: 0, endMs: 1000 },
  width: 640,
  height: 400,
  locale: 'en-US',
  timeZone: 'UTC',
};

function scrollOf(container: HTMLElement): HTMLElement {
  const scroll = container.querySelector<HTMLElement>('.gp-sheet-scroll');
  if (scroll === null) throw new Error('The table cannot be scrolled.');
  return scroll;
}

/** The texts of the first column that are in sight between head and bottom. */
function inSight(container: HTMLElement): readonly (string | null)[] {
  const box = scrollOf(container).getBoundingClientRect();
  return [...container.querySelectorAll('[role="gridcell"][aria-colindex="1"]')]
    .filter((cell) => {
      const { top, bottom } = cell.getBoundingClientRect();
      return top >= box.top + 27 && bottom <= box.bottom + 1;
    })
    .map((cell) => cell.textContent);
}

const rowsOf = (container: HTMLElement): number => container.querySelectorAll('tbody [role="row"]').length;

afterEach(cleanup);

describe('a table of 100,000 rows', () => {
  it('holds few rows, and shows the right ones wherever it is scrolled to', async () => {
    const { container } = render(
      <div className="gp-root">
        <TableView {...props} />
      </div>,
    );
    const scroll = scrollOf(container);
    expect(rowsOf(container)).toBeLessThan(100);
    for (const top of [0, 28 * 5, 28 * 1000 + 13, 28 * 50_000, scroll.scrollHeight]) {
      scroll.scrollTop = top;
      const first = Math.ceil(scroll.scrollTop / 28);
      await vi.waitFor(() => expect(inSight(container)[0]).toBe(`request-${first + 1}`));
      expect(inSight(container).length).toBeGreaterThanOrEqual(12);
      expect(rowsOf(container)).toBeLessThan(100);
    }
    expect(inSight(container).at(-1)).toBe('request-100000');
  });

  it('is reached to its last row by keyboard, and the cell with the focus is in sight below the head', async () => {
    const { container } = render(
      <div className="gp-root">
        <TableView {...props} />
      </div>,
    );
    container.querySelector<HTMLElement>('[data-gp-cell="0:0:0"]')?.focus();
    const focused = (): string | null | undefined => document.activeElement?.textContent;
    const isFocusInSight = (): boolean => inSight(container).includes(focused() ?? '');
    for (const [keys, text] of [
      ['{Control>}{End}{/Control}{Home}', 'request-100000'],
      ['{ArrowUp}{PageUp}', 'request-99987'],
      ['{Control>}{Home}{/Control}{ArrowDown}', 'request-1'],
      ['{PageDown}{PageDown}{PageDown}{ArrowDown}', 'request-38'],
    ] as const) {
      await userEvent.keyboard(keys);
      expect([focused(), isFocusInSight()]).toEqual([text, true]);
    }
    expect(rowsOf(container)).toBeLessThan(100);
  });

  it('keeps the focus on a row that is scrolled away', async () => {
    const { container } = render(
      <div className="gp-root">
        <TableView {...props} />
      </div>,
    );
    container.querySelector<HTMLElement>('[data-gp-cell="3:0:0"]')?.focus();
    scrollOf(container).scrollTop = 28 * 60_000;
    await vi.waitFor(() => expect(inSight(container)[0]).toBe('request-60001'));
    expect(document.activeElement?.textContent).toBe('request-4');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('request-5');
    await vi.waitFor(() => expect(inSight(container)).toContain('request-5'));
  });
});

describe('a table that a server rendered', () => {
  it('has its first rows and the count of all, and hydrates without a word', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const host = document.createElement('div');
    host.className = 'gp-root';
    document.body.append(host);
    const view = <TableView {...props} />;
    host.innerHTML = renderToString(view);
    expect(host.textContent).toContain('request-1');
    expect(host.textContent).toContain('Showing the first 13 of 100,000 rows');
    const root = await act(async () => hydrateRoot(host, view));
    expect(host.textContent).toContain('100,000 rows');
    expect(host.textContent).not.toContain('Showing the first');
    expect(complaint).not.toHaveBeenCalled();
    await act(async () => root.unmount());
    host.remove();
    complaint.mockRestore();
  });
});
