/**
 * The roles of the parts of a table whose cells are moved through with the arrows. Each part says its own: rows that are
 * laid out by CSS as grids are no rows any more to some browsers.
 */
export const gridRoles = {
  grid: { role: 'grid', 'aria-readonly': true },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;
