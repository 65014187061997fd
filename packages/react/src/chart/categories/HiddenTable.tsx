import type { ReactElement } from 'react';

const MAX_ROWS = 100;

interface HiddenTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** Texts by row and column; the first of a row is its name. */
  readonly rows: readonly (readonly string[])[];
}

/** The numbers of a picture as a table that only screen readers find. */
export function HiddenTable({ caption, head, rows }: HiddenTableProps): ReactElement {
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <div className="gp-visually-hidden">
      <table>
        <caption>
          {shown.length < rows.length ? `${caption}, the first ${MAX_ROWS} of ${rows.length} rows` : caption}
        </caption>
        <thead>
          <tr>
            {keyed(head).map(({ key, text }) => (
              <th key={key} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are texts without an identity, and hold no state
            <tr key={index}>
              {keyed(row).map(({ key, text }, column) =>
                column === 0 ? (
                  <th key={key} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={key}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyed(texts: readonly string[]): readonly { readonly key: string; readonly text: string }[] {
  return texts.map((text, index) => ({ key: `${index} ${text}`, text }));
}
