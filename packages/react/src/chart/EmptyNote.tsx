import type { ReactElement } from 'react';
import type { PlotRect } from './plotLayout.ts';

/** Says that there is nothing to draw, where a plot would be blank. */
export function EmptyNote({ rect }: { readonly rect: PlotRect }): ReactElement {
  const text = rect.width < 150 ? 'No data' : 'No values in this time range';
  return (
    <text
      className="gp-chart-empty"
      x={rect.left + rect.width / 2}
      y={rect.top + rect.height / 2 + 4}
      textAnchor="middle"
      fontSize={12}
      fill="#5c6675"
    >
      {text}
    </text>
  );
}
