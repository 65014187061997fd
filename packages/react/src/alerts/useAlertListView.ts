import { useState } from 'react';
import type { AlertFilter, AlertOrder } from './alertListModel.ts';

/** What a viewer chose to see of a list of alerts. */
export interface AlertListView {
  readonly filter: AlertFilter;
  readonly order: AlertOrder;
  /** The label to group by; empty: not grouped. */
  readonly groupBy: string;
  setFilter(change: Partial<AlertFilter>): void;
  setOrder(order: AlertOrder): void;
  setGroupBy(label: string): void;
  /** Lets all alerts through. */
  clear(): void;
}

const openFilter: AlertFilter = { text: '' };

/** Holds what a viewer chose. */
export function useAlertListView(startGroupBy: string | null): AlertListView {
  const [filter, setFilter] = useState<AlertFilter>(openFilter);
  const [order, setOrder] = useState<AlertOrder>('worst');
  const [groupBy, setGroupBy] = useState(startGroupBy ?? '');
  return {
    filter,
    order,
    groupBy,
    setFilter: (change) => setFilter({ ...filter, ...change }),
    setOrder,
    setGroupBy,
    clear: () => setFilter(openFilter),
  };
}
