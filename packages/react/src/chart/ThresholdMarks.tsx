import type { Threshold } from '@glasspane/core';
import type { ReactElement } from 'react';
import { themeColor } from '../theme/themeColor.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotRect } from './plotLayout.ts';

/** How thresholds are shown on a chart. */
export type ThresholdStyle = 'off' | 'line' | 'band';

interface ThresholdMarksProps {
  readonly thresholds: readonly Threshold[];
  readonly style: ThresholdStyle;
  readonly rect: PlotRect;
  readonly scales: PlotScales;
}

/** The thresholds of a chart: a dashed line where each begins, with its label, and, as bands, its colour behind the marks. */
export function ThresholdMarks({ thresholds, style, rect, scales }: ThresholdMarksProps): ReactElement | null {
  if (style === 'off') {
    return null;
  }
  const [top, bottom] = [rect.top, rect.top + rect.height];
  const pixel = (value: number): number => Math.min(bottom, Math.max(top, scales.y(value)));
  return (
    <g>
      {thresholds.map(({ value, color, label }, index) => {
        const from = value === undefined ? bottom : pixel(value);
        const next = thresholds[index + 1]?.value;
        const to = next === undefined ? top : pixel(next);
        const isWithin = value !== undefined && scales.y(value) >= top && scales.y(value) <= bottom;
        return (
          <g key={value ?? 'base'} color={themeColor(color)}>
            {style === 'band' && from > to ? (
              <rect x={rect.left} y={to} width={rect.width} height={from - to} fill="currentColor" fillOpacity={0.08} />
            ) : null}
            {isWithin ? (
              <line
                className="gp-threshold-line"
                x1={rect.left}
                x2={rect.left + rect.width}
                y1={from}
                y2={from}
                stroke="currentColor"
                strokeDasharray="5 4"
              />
            ) : null}
            {isWithin && label !== undefined && from - top > 14 && rect.width > 160 ? (
              <text
                className="gp-threshold-label"
                x={rect.left + rect.width - 4}
                y={from - 4}
                textAnchor="end"
                fontSize={10}
                fill="currentColor"
              >
                {label}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
