import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import type { PlotRect } from './plotLayout.ts';

interface EmptyNoteProps {
  readonly rect: PlotRect;
  /** What the widget's author says of it: `No errors`. */
  readonly noValue: string | undefined;
}

/** Says that there is nothing to draw, where a plot would be blank. */
export function EmptyNote({ rect, noValue }: EmptyNoteProps): ReactElement {
  const text = noValue ?? (rect.width < 150 ? 'No data' : 'No values in this time range');
  return (
    <text
      className="gp-chart-empty"
      x={rect.left + rect.width / 2}
      y={rect.top + rect.height / 2 + 4}
      textAnchor="middle"
      fontSize={12}
      fill={tokenColor('text-muted')}
    >
      {text}
    </text>
  );
}
