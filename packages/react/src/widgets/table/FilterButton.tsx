import type { ReactElement } from 'react';
import { LineIcon } from '../../provider/LineIcon.tsx';
import type { TableColumn } from './tableColumns.ts';
import type { HeadControlProps } from './virtual/VirtualHead.tsx';

const FUNNEL = 'M2.5 3.5h11L9.5 8.5v4l-3 1.25V8.5z';

interface FilterButtonProps {
  readonly part: HeadControlProps;
  readonly column: TableColumn | undefined;
  readonly panelId: string;
  readonly isOpen: boolean;
  readonly isFiltered: boolean;
  onPress(button: HTMLButtonElement, column: TableColumn): void;
}

/** Opens the filter of a column. */
export function FilterButton(props: FilterButtonProps): ReactElement | null {
  const { part, column, panelId, isOpen, isFiltered, onPress } = props;
  if (column === undefined || column.field.kind === 'series') return null;
  const label = `Filter by ${column.title}${isFiltered ? ', filtered' : ''}`;
  return (
    <button
      type="button"
      className="gp-table-funnel"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      data-active={isFiltered ? '' : undefined}
      onClick={(event) => onPress(event.currentTarget, column)}
      {...part}
    >
      <LineIcon path={FUNNEL} />
    </button>
  );
}
