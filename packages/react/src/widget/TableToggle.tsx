import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';

/** Whether a widget shows its table, and how to change that. */
export interface TableView {
  readonly isShown: boolean;
  toggle(): void;
}

/** Swaps a widget's view and its table. It is quiet until the widget is pointed at, or has the focus. */
export function TableToggle({ title, table }: { readonly title: string; readonly table: TableView }): ReactElement {
  return (
    <button
      type="button"
      className="gp-icon-button gp-table-toggle"
      aria-pressed={table.isShown}
      aria-label={`Show ${title} as table`}
      title={table.isShown ? 'Show as chart' : 'Show as table'}
      onClick={table.toggle}
    >
      <Icon name={table.isShown ? 'chart' : 'table'} />
    </button>
  );
}
