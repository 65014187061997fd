import { type ReactElement, useMemo, useState } from 'react';
import { sortedBy } from './interaction/PinnedContent.ts';
import { LegendButton } from './LegendButton.tsx';
import type { LegendActions, LegendItem } from './LegendItem.ts';

interface LegendTableProps {
  readonly items: readonly LegendItem[];
  /** The titles of the columns after the name. */
  readonly columns: readonly string[];
  readonly maxItems: number;
  readonly actions: LegendActions;
}

/** By which column the rows are sorted; -1 is the name. */
interface LegendOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/** The legend as a table that can be sorted: a row for each series. */
export function LegendTable({ items, columns, maxItems, actions }: LegendTableProps): ReactElement {
  const [order, setOrder] = useState<LegendOrder>();
  const sorted = useMemo(() => sortItems(items, order), [items, order]);
  const sort = (column: number): void => setOrder((now) => nextOrder(now, column));
  return (
    <table className="gp-legend-table" aria-label="Series">
      <thead>
        <tr>
          <SortHead title="Name" column={-1} order={order} onSort={sort} />
          {columns.map((title, column) => (
            <SortHead key={title} title={title} column={column} order={order} onSort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.slice(0, maxItems).map((item) => (
          <tr key={item.key} data-hidden={actions.hiddenKeys.has(item.key) || undefined}>
            <th scope="row">
              <LegendButton item={item} actions={actions} />
            </th>
            {columns.map((title, column) => (
              <td key={title}>{item.cells?.[column]?.text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SortHeadProps {
  readonly title: string;
  readonly column: number;
  readonly order: LegendOrder | undefined;
  readonly onSort: (column: number) => void;
}

function SortHead({ title, column, order, onSort }: SortHeadProps): ReactElement {
  const isSorted = order?.column === column;
  const direction = order?.isDescending === true ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className="gp-legend-sort"
        title={`Sort by ${title.toLowerCase()}`}
        onClick={() => onSort(column)}
      >
        {title}
        <span className="gp-legend-arrow" aria-hidden="true">
          {isSorted ? (order?.isDescending === true ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

// Values are looked at from the largest, names from A.
function nextOrder(order: LegendOrder | undefined, column: number): LegendOrder | undefined {
  const isFirstDescending = column >= 0;
  if (order?.column !== column) return { column, isDescending: isFirstDescending };
  return order.isDescending === isFirstDescending ? { column, isDescending: !isFirstDescending } : undefined;
}

function sortItems(items: readonly LegendItem[], order: LegendOrder | undefined): readonly LegendItem[] {
  if (order === undefined) return items;
  const { column, isDescending } = order;
  if (column < 0) {
    const byName = sortedBy(items, 'name', { nameOf: ({ name }) => name, orderOf: () => undefined });
    return isDescending ? [...byName].reverse() : byName;
  }
  const numberOf = ({ cells }: LegendItem): number | undefined => cells?.[column]?.number;
  // What is no number is last in both directions.
  const orderOf = (item: LegendItem): number | undefined => {
    const number = numberOf(item);
    return number === undefined || isDescending ? number : -number;
  };
  return sortedBy(items, 'value', { nameOf: ({ name }) => name, orderOf });
}
