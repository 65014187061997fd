import type { ValueAxis } from '@glasspane/core';
import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotRect } from './plotLayout.ts';

interface GridLinesProps {
  readonly axis: ValueAxis;
  readonly rect: PlotRect;
  readonly scales: PlotScales;
}

/** A hairline for each tick of the values; the one at zero is stronger. */
export function GridLines({ axis, rect, scales }: GridLinesProps): ReactElement {
  return (
    <g>
      {axis.ticks.map(({ value }) => (
        <line
          key={value}
          className={value === 0 ? 'gp-grid-line gp-grid-line-zero' : 'gp-grid-line'}
          x1={rect.left}
          x2={rect.left + rect.width}
          y1={Math.round(scales.y(value)) + 0.5}
          y2={Math.round(scales.y(value)) + 0.5}
          stroke={tokenColor(value === 0 ? 'axis-line' : 'grid-line')}
        />
      ))}
    </g>
  );
}
