import type { AbsoluteTimeRange, TimeFormatter } from '@glasspane/core';
import { timeTicks } from '@glasspane/core/chart';
import type { ReactElement } from 'react';
import { AXIS_FONT_SIZE } from '../../chart/plotLayout.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { CostPlot } from './costLayout.ts';

interface CostAxesProps {
  readonly plot: CostPlot;
  readonly period: AbsoluteTimeRange;
  readonly times: TimeFormatter;
}

/** The lines and labels of the values, and the labels of the times. */
export function CostAxes({ plot, period, times }: CostAxesProps): ReactElement {
  const { rect, axis, x, y } = plot;
  const ticks = timeTicks({ ...period, maxTicks: Math.max(2, Math.floor(rect.width / 70)) }, times);
  const right = rect.x + rect.width;
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE}>
      {axis.ticks.map(({ value, label }) => {
        const at = Math.round(y(value)) + 0.5;
        return (
          <g key={value}>
            <line
              className={value === 0 ? 'gp-grid-line gp-grid-line-zero' : 'gp-grid-line'}
              x1={rect.x}
              x2={right}
              y1={at}
              y2={at}
              stroke={tokenColor(value === 0 ? 'axis-line' : 'grid-line')}
            />
            <text x={rect.x - 8} y={at + AXIS_FONT_SIZE * 0.35} textAnchor="end">
              {label}
            </text>
          </g>
        );
      })}
      {ticks
        .filter(({ timeMs }) => x(timeMs) <= right - 8)
        .map(({ timeMs, label }) => (
          <text
            key={timeMs}
            x={Math.round(x(timeMs))}
            y={rect.y + rect.height + 15}
            textAnchor={x(timeMs) < rect.x + 16 ? undefined : 'middle'}
          >
            {label}
          </text>
        ))}
    </g>
  );
}
