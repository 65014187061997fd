import type { TimeTick } from '@glasspane/core/chart';
import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import type { PlotScales } from './PlotScales.ts';
import { AXIS_FONT_SIZE, type PlotRect } from './plotLayout.ts';
import { textWidth } from './textWidth.ts';

interface TimeAxisLabelsProps {
  readonly ticks: readonly TimeTick[];
  readonly rect: PlotRect;
  readonly scales: PlotScales;
  readonly width: number;
}

/** The time axis below the plot; labels that would run out of the chart are moved into it. */
export function TimeAxisLabels({ ticks, rect, scales, width }: TimeAxisLabelsProps): ReactElement {
  const bottom = rect.top + rect.height;
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE} textAnchor="middle">
      {ticks.map(({ timeMs, label, isMajor }) => {
        const x = Math.round(scales.x(timeMs));
        const halfWidth = textWidth(label, AXIS_FONT_SIZE) / 2;
        const shift = Math.max(0, halfWidth - x) - Math.max(0, x + halfWidth - width);
        return (
          <g key={timeMs} transform={`translate(${x},${bottom})`}>
            <line className="gp-tick" x1={0.5} x2={0.5} y1={0} y2={4} stroke={tokenColor('axis-line')} />
            <text
              className={isMajor ? 'gp-tick-major' : undefined}
              x={shift}
              y={AXIS_FONT_SIZE + 6}
              {...(isMajor ? { fill: tokenColor('text'), fontWeight: 600 } : undefined)}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
