import type { WidgetTable } from '../../widget/WidgetTable.ts';
import type { StateRow } from './StateRow.ts';
import { stateShares } from './stateShares.ts';

/** Returns a table with a row for each series and state: its share of the time, how long it was, and how often it came. */
export function stateTable(rows: readonly StateRow[]): WidgetTable {
  return {
    columns: [
      { name: 'Series', kind: 'text' },
      { name: 'State', kind: 'text' },
      { name: 'Share', kind: 'value', unit: 'percentunit' },
      { name: 'Seconds', kind: 'value', unit: 's' },
      { name: 'Periods', kind: 'value', unit: 'short' },
    ],
    rows: stateShares(rows).map(({ name, state, share, durationMs, periods }) => [
      name,
      state?.text ?? 'no data',
      share,
      durationMs / 1000,
      periods,
    ]),
  };
}
