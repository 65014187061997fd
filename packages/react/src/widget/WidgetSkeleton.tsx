import type { ReactElement } from 'react';

/** What stands in a widget while its first answer is on its way. It fades in late, so that fast answers do not flash. */
export function WidgetSkeleton(): ReactElement {
  return (
    <div className="gp-skeleton">
      <span className="gp-visually-hidden">Loading</span>
    </div>
  );
}
