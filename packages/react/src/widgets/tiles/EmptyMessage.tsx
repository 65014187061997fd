import type { ReactElement } from 'react';

interface EmptyMessageProps {
  readonly width: number;
  readonly height: number;
  /** Why there is nothing. Left out: there are no data. */
  readonly text?: string | undefined;
}

/** Says that a view has nothing to show. */
export function EmptyMessage({ width, height, text = 'No data' }: EmptyMessageProps): ReactElement {
  return (
    <p className="gp-empty" style={{ width, height }}>
      {text}
    </p>
  );
}
