import type { TableRow } from './tableModel.ts';

/** By which column a table is sorted. */
export interface TableSort {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** Returns the rows in order. Cells without a value, and `NaN`, come last in both directions. */
export function sortRows(
  rows: readonly TableRow[],
  { column, direction }: TableSort,
  locale: string | undefined,
): readonly TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[column], b.cells[column]];
    const missing = Number(isMissing(left)) - Number(isMissing(right));
    if (missing !== 0 || isMissing(left)) {
      return missing;
    }
    if (typeof left === 'number' && typeof right === 'number') {
      return left === right ? 0 : left < right ? -sign : sign;
    }
    return sign * collator.compare(String(left), String(right));
  });
}

function isMissing(cell: string | number | undefined): boolean {
  return cell === undefined || Number.isNaN(cell);
}
