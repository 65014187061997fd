import { memo, type ReactElement } from 'react';

const MAX_ROWS = 50;

interface HiddenTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** One text for each column; the first says what the row is about. */
  readonly rows: readonly (readonly string[])[];
}

/** What a picture shows, as a table that only screen readers find. */
export const HiddenTable: (props: HiddenTableProps) => ReactElement = memo(function HiddenTable({
  caption,
  columns,
  rows,
}: HiddenTableProps) {
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <div className="gp-visually-hidden">
      <table>
        <caption>
          {shown.length < rows.length ? `${caption}, the first ${MAX_ROWS} of ${rows.length} rows` : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, ...cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by nothing but their place
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}) as (props: HiddenTableProps) => ReactElement;
