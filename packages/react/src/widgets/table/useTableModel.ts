import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TableOptions } from './TableOptions.ts';
import { type TableColumn, tableColumns } from './tableColumns.ts';
import { tableFrame } from './tableFrame.ts';

/** What a table shows. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly length: number;
}

/** The part of a view's props that makes its table. */
export type TableModelInput = Pick<FrameViewProps, 'frames' | 'legends' | 'refIds' | 'field' | 'overrides'>;

/** Returns the columns and the number of rows of a table. */
export function tableModel(input: TableModelInput, options: TableOptions): TableModel {
  const frame = tableFrame({ ...input, options });
  return { columns: tableColumns(frame, input, options), length: frame.length };
}

/** Returns the table of a view, the same one as long as its data and options stay. */
export function useTableModel(input: TableModelInput, options: TableOptions): TableModel {
  const { frames, legends, refIds, field, overrides } = input;
  return useMemo(
    () => tableModel({ frames, legends, refIds, field, overrides }, options),
    [frames, legends, refIds, field, overrides, options],
  );
}
