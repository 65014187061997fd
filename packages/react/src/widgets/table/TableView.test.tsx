import type { Frame } from '@glasspane/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { numberField } from './numberField.ts';
import { TableView, type TableViewProps } from './TableView.tsx';

const regions = ['eu', 'us', 'eu', 'us'];
const frames: readonly Frame[] = [
  {
    length: 4,
    fields: [
      { kind: 'string', name: 'region', values: regions },
      numberField('load', [1, 2, 3, 4]),
      numberField('errors', [9, 9, 5, 0]),
    ],
  },
];
const common: TableViewProps = {
  frames,
  title: 'Load',
  timeRange: { startMs: 0, endMs: 1000 },
  width: 600,
  height: 300,
  locale: 'en-US',
  timeZone: 'UTC',
};

const column = (index: number): readonly (string | null)[] =>
  screen
    .getAllByRole('gridcell')
    .filter((cell) => cell.getAttribute('aria-colindex') === String(index))
    .map((cell) => cell.textContent);
const active = (): string | null | undefined => document.activeElement?.getAttribute('data-gp-cell');

afterEach(cleanup);

describe('the table view', () => {
  it('is a grid that tells how large it is', () => {
    render(<TableView {...common} options={{ footer: ['sum'] }} />);
    const grid = screen.getByRole('grid', { name: 'Load' });
    expect(['rowcount', 'colcount'].map((name) => grid.getAttribute(`aria-${name}`))).toEqual(['6', '3']);
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(column(2)).toEqual(['1', '2', '3', '4', '10']);
  });

  it('sorts by several columns with Shift, and says by which', async () => {
    render(<TableView {...common} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'region' }));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'load' }));
    await user.keyboard('{/Shift}');
    expect(column(2)).toEqual(['3', '1', '4', '2']);
    expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))).toEqual([
      'ascending',
      'none',
      'none',
    ]);
    expect(screen.getByRole('button', { name: /^load.*sorted descending, place 2$/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'errors' }));
    expect(column(3)).toEqual(['9', '9', '5', '0']);
  });

  it('moves with the arrows from head to foot, with one stop for Tab', async () => {
    render(<TableView {...common} options={{ isFilterable: false }} />);
    const user = userEvent.setup();
    await user.tab();
    expect(active()).toBe('-1:0:0');
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    expect([active(), document.activeElement?.textContent]).toEqual(['1:1:0', '2']);
    await user.keyboard('{Control>}{End}{/Control}');
    expect(active()).toBe('3:2:0');
    await user.keyboard('{ArrowDown}{ArrowRight}{Home}{PageUp}');
    expect(active()).toBe('-1:0:0');
    await user.keyboard('{PageDown}{End}{Control>}{Home}{/Control}');
    expect(active()).toBe('-1:0:0');
    expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await user.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves the other way where text runs from right to left', async () => {
    render(
      <div style={{ direction: 'rtl' }}>
        <TableView {...common} options={{ isFilterable: false }} />
      </div>,
    );
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
    expect(active()).toBe('-1:1:0');
  });

  it('filters by texts and by numbers, and says how many rows are left', async () => {
    render(<TableView {...common} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Filter by region' }));
    await user.click(screen.getByRole('checkbox', { name: /us/ }));
    expect(column(2)).toEqual(['2', '4']);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter by region, filtered' }));
    await user.click(screen.getByRole('button', { name: 'Filter by load' }));
    await user.type(screen.getByRole('spinbutton', { name: 'From' }), '9');
    expect(screen.getByText('No row passes the filters')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('0 of 4 rows');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('status').textContent).toBe('2 of 4 rows');
  });

  it('gives the cell with the focus to the clipboard', async () => {
    render(<TableView {...common} field={{ unit: 's' }} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('gridcell', { name: /^3.s$/ }));
    const data = new Map<string, string>();
    fireEvent.copy(document.activeElement ?? document.body, {
      clipboardData: { setData: (type: string, value: string) => data.set(type, value) },
    });
    expect([...data]).toEqual([['text/plain', '3\u00a0s']]);
  });

  it('keeps the cell with the focus while data come and go', async () => {
    const { rerender } = render(<TableView {...common} options={{ isFilterable: false }} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Control>}{End}{/Control}');
    const [frame] = frames;
    rerender(
      <TableView {...common} frames={frame === undefined ? [] : [{ ...frame }]} options={{ isFilterable: false }} />,
    );
    expect(active()).toBe('3:2:0');
    rerender(<TableView {...common} frames={[]} />);
    expect(screen.getByText('No data')).toBeDefined();
  });
});
