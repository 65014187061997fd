import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PlainTable } from './PlainTable.tsx';

afterEach(cleanup);

it('shows the first rows, says how many there are, and lets its heads sort', () => {
  const onSort = vi.fn();
  render(
    <PlainTable
      label="Load, as a table"
      columns={[
        { key: 'a', title: 'Time' },
        { key: 'b', title: 'Load', align: 'end', sort: { direction: 'descending' } },
      ]}
      rowCount={700}
      cell={(row, column) => ({ text: `${row}/${column}` })}
      width={300}
      height={200}
      onSort={onSort}
    />,
  );
  expect(screen.getByRole('region', { name: 'Load, as a table' })).toBeDefined();
  expect(screen.getAllByRole('row')).toHaveLength(501);
  expect(screen.getByText('Showing the first 500 of 700 rows')).toBeDefined();
  expect(screen.getByRole('columnheader', { name: /Load/ }).getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(screen.getByRole('button', { name: /Load/ }));
  expect(onSort).toHaveBeenCalledWith(1);
});
