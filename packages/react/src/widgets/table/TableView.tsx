import { displayValue, type FieldOptions, type ValueFormatter } from '@glasspane/core';
import { type ReactElement, useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { themeColor } from '../../theme/themeColor.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { EmptyMessage } from '../tiles/EmptyMessage.tsx';
import { sortRows } from './sortRows.ts';
import { TableHeader } from './TableHeader.tsx';
import type { TableOptions } from './TableOptions.ts';
import { type TableModel, visibleTableModel } from './tableModel.ts';
import { useTableSort } from './useTableSort.ts';

const MAX_ROWS = 500;
const NOTE_HEIGHT = 18;

/**
 * Props of {@link TableView}.
 *
 * @public
 */
export interface TableViewProps extends FrameViewProps {
  readonly options?: TableOptions | undefined;
}

/**
 * Shows series as rows, their labels and values as columns, for hosts that have data of their own.
 *
 * @public
 */
export function TableView(props: TableViewProps): ReactElement {
  const { options = {}, width, height, locale } = props;
  const { values } = useFormatters(locale, props.timeZone);
  const model = useTableModel(props);
  const initial = model.columns.find(({ key, title }) => title === options.sortBy || key === options.sortBy);
  const sort = useTableSort(initial?.key, options.sortDirection ?? 'descending');
  const column = model.columns.findIndex(({ key }) => key === sort.key);
  const sorted = useMemo(
    () => (column < 0 ? model.rows : sortRows(model.rows, { column, direction: sort.direction }, locale)),
    [model, column, sort.direction, locale],
  );
  if (model.rows.length === 0) {
    return <EmptyMessage width={width} height={height} />;
  }
  const shown = sorted.slice(0, options.maxRows ?? MAX_ROWS);
  const left = sorted.length - shown.length;
  return (
    <div className="gp-table-view" style={{ width, height }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached with the keyboard */}
      <section className="gp-table-scroll" aria-label={props.title} tabIndex={0}>
        <table className="gp-table">
          <TableHeader columns={model.columns} sort={sort} />
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                {model.columns.map(({ key, kind }, index) => {
                  const cell = row.cells[index];
                  return kind === 'text' ? (
                    <td key={key} className="gp-table-text" title={cell === undefined ? undefined : String(cell)}>
                      <bdi>{cell}</bdi>
                    </td>
                  ) : (
                    <ValueCell
                      key={key}
                      value={typeof cell === 'number' ? cell : undefined}
                      field={props.field}
                      formatter={values}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 ? (
        <p className="gp-chart-note" style={{ height: NOTE_HEIGHT }}>
          Showing {shown.length.toLocaleString(locale)} of {sorted.length.toLocaleString(locale)} rows
        </p>
      ) : null}
    </div>
  );
}

function useTableModel({ frames, legends, options }: TableViewProps): TableModel {
  const reducer = options?.reducer ?? 'last';
  const hidden = options?.hiddenLabels;
  return useMemo(
    () => visibleTableModel(frames, legends, { reducer, hiddenLabels: hidden }),
    [frames, legends, reducer, hidden],
  );
}

interface ValueCellProps {
  readonly value: number | undefined;
  readonly field: FieldOptions | undefined;
  readonly formatter: ValueFormatter;
}

function ValueCell({ value, field, formatter }: ValueCellProps): ReactElement {
  const { text, color, label } = displayValue(value, field, formatter);
  return (
    <td
      className="gp-table-value"
      title={label}
      style={color === undefined ? undefined : { color: themeColor(color), fontWeight: 600 }}
    >
      <span dir="ltr">{text}</span>
    </td>
  );
}
