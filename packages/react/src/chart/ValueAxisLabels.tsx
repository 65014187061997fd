import type { ValueAxis } from '@glasspane/core';
import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import type { PlotScales } from './PlotScales.ts';
import { AXIS_FONT_SIZE, type PlotRect } from './plotLayout.ts';

interface ValueAxisLabelsProps {
  readonly side: 'left' | 'right';
  readonly axis: ValueAxis;
  readonly rect: PlotRect;
  readonly scales: PlotScales;
}

/** The labels of a value axis, beside the plot. */
export function ValueAxisLabels({ side, axis, rect, scales }: ValueAxisLabelsProps): ReactElement {
  const x = side === 'left' ? rect.left - 8 : rect.left + rect.width + 8;
  return (
    <g
      className="gp-axis"
      fill={tokenColor('text-muted')}
      fontSize={AXIS_FONT_SIZE}
      textAnchor={side === 'left' ? 'end' : 'start'}
    >
      {axis.ticks.map(({ value, label }) => (
        // A third of the size below the line is the middle of the digits in every font that charts are read in.
        <text key={value} x={x} y={Math.round(scales.y(value)) + AXIS_FONT_SIZE * 0.35}>
          {label}
        </text>
      ))}
    </g>
  );
}
