import type { Widget } from '@glasspane/core';
import type { ReactElement } from 'react';
import { DashboardWidget } from './DashboardWidget.tsx';
import { gapPx, gridColumns, rowHeightPx, stackedHeight } from './gridGeometry.ts';

/**
 * The same layout by style sheet alone, for where nothing is measured yet: in a server's page, and until the browser has
 * taken that page over.
 */
export function StaticGrid({ widgets }: { readonly widgets: readonly Widget[] }): ReactElement {
  return (
    <div
      className="gp-static-grid"
      style={{ gridTemplateColumns: `repeat(${gridColumns}, 1fr)`, gridAutoRows: rowHeightPx, gap: gapPx }}
    >
      {widgets.map((widget) => {
        const { x, y, w, h } = widget.layout;
        const area = `${y + 1} / ${x + 1} / span ${h} / span ${w}`;
        return (
          <div key={widget.id} style={{ gridArea: area, minHeight: stackedHeight(widget) }}>
            <DashboardWidget widget={widget} />
          </div>
        );
      })}
    </div>
  );
}
