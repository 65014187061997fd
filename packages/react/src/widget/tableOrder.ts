import type { WidgetTable } from './WidgetTable.ts';

/** By which column the rows of a table are sorted. */
export interface TableOrder {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

/** Returns the numbers of the rows in an order; what is no number, or missing, is last in both directions. */
export function tableOrder(
  { rows }: WidgetTable,
  order: TableOrder | undefined,
  locale: string | undefined,
): readonly number[] {
  const places = rows.map((_, row) => row);
  if (order === undefined) return places;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = order.direction === 'ascending' ? 1 : -1;
  const cells = rows.map((row) => row[order.column]);
  return places.sort((a, b) => {
    const [one, other] = [cells[a], cells[b]];
    const [isOneMissing, isOtherMissing] = [isMissing(one), isMissing(other)];
    if (isOneMissing || isOtherMissing) return Number(isOneMissing) - Number(isOtherMissing);
    if (typeof one === 'number' && typeof other === 'number') return one === other ? 0 : one < other ? -sign : sign;
    return sign * compare(String(one), String(other));
  });
}

function isMissing(cell: string | number | undefined): boolean {
  return cell === undefined || Number.isNaN(cell);
}
