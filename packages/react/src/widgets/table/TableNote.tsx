import type { ReactElement } from 'react';
import { useIsServerRendered } from '../../provider/useIsServerRendered.ts';

/** The height of a {@link TableNote}, in pixels. */
export const TABLE_NOTE_HEIGHT = 18;

interface TableNoteProps {
  /** The rows that can be scrolled to. */
  readonly shown: number;
  /** The rows that pass the filters. */
  readonly passing: number;
  readonly total: number;
  /** The rows that are in sight at first. */
  readonly first: number;
  readonly locale: string | undefined;
}

/** Says how many rows there are, and how many of them are not shown. */
export function TableNote({ shown, passing, total, first, locale }: TableNoteProps): ReactElement {
  const isServerRendered = useIsServerRendered();
  const count = (rows: number): string => rows.toLocaleString(locale);
  const text = (): string => {
    // A page without scripts never has more rows than these.
    if (isServerRendered && first < shown) return `Showing the first ${count(first)} of ${count(total)} rows`;
    if (shown < passing) return `Showing ${count(shown)} of ${count(passing)} rows`;
    return passing < total ? `${count(passing)} of ${count(total)} rows` : `${count(total)} rows`;
  };
  return (
    <p className="gp-chart-note" role="status" style={{ height: TABLE_NOTE_HEIGHT }}>
      <bdi dir="ltr">{text()}</bdi>
    </p>
  );
}
