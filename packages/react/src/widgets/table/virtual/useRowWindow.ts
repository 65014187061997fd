import { type UIEvent, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows beyond both edges that are there already when they come into sight. */
const OVERSCAN = 8;
/** The window moves by so many rows at once, so that not every pixel of scrolling draws anew. */
const STRIDE = 4;

/** The rows that are in the document: from `start` on, before `end`. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

interface RowWindowOptions {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** The room for rows, in pixels. */
  readonly room: number;
}

/** Keeps only those rows in the document that are in sight, and a few more. */
export function useRowWindow({ rowCount, rowHeight, room }: RowWindowOptions): RowWindow {
  const [first, setFirst] = useState(0);
  const visible = Math.max(1, Math.ceil(room / rowHeight) + 1);
  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => {
      const row = Math.max(0, Math.floor(event.currentTarget.scrollTop / rowHeight));
      // At once, because rows that come a frame later are a white stripe.
      flushSync(() => setFirst(Math.floor(row / STRIDE) * STRIDE));
    },
    [rowHeight],
  );
  const start = Math.max(0, Math.min(first, rowCount - visible) - OVERSCAN);
  const end = Math.min(rowCount, start + visible + STRIDE + OVERSCAN * 2);
  return { start, end, onScroll };
}
