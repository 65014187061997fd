import type { ReactElement } from 'react';

interface EmptyMessageProps {
  readonly width: number;
  readonly height: number;
}

/** Says that a view has nothing to show. */
export function EmptyMessage({ width, height }: EmptyMessageProps): ReactElement {
  return (
    <p className="gp-empty" style={{ width, height }}>
      No data
    </p>
  );
}
