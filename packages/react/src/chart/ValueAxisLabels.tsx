import type { ValueAxis } from '@glasspane/core';
import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import type { PlotScales } from './PlotScales.ts';
import { AXIS_FONT_SIZE, type PlotRect } from './plotLayout.ts';

interface ValueAxisLabelsProps {
  readonly axis: ValueAxis;
  readonly rect: PlotRect;
  readonly scales: PlotScales;
}

/** The labels of the value axis, to the left of the plot. */
export function ValueAxisLabels({ axis, rect, scales }: ValueAxisLabelsProps): ReactElement {
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE} textAnchor="end">
      {axis.ticks.map(({ value, label }) => (
        // A third of the size below the line is the middle of the digits in every font that charts are read in.
        <text key={value} x={rect.left - 8} y={Math.round(scales.y(value)) + AXIS_FONT_SIZE * 0.35}>
          {label}
        </text>
      ))}
    </g>
  );
}
