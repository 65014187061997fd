import type { Threshold } from '@glasspane/core';
import type { ReactElement } from 'react';
import { tokenColor } from '../theme/colorTokens.ts';
import { themeColor } from '../theme/themeColor.ts';
import type { PlotScales } from './PlotScales.ts';
import type { PlotRect } from './plotLayout.ts';
import { textWidth } from './textWidth.ts';

/** How thresholds are shown on a chart. */
export type ThresholdStyle = 'off' | 'line' | 'band';

interface ThresholdMarksProps {
  readonly thresholds: readonly Threshold[];
  readonly rect: PlotRect;
  readonly scales: PlotScales;
}

/** The colour of each threshold from where it begins to where the next one does: stands behind the marks. */
export function ThresholdBands({ thresholds, rect, scales }: ThresholdMarksProps): ReactElement {
  const bottom = rect.top + rect.height;
  const pixel = (value: number): number => Math.min(bottom, Math.max(rect.top, scales.y(value)));
  return (
    <g>
      {thresholds.map(({ value, color }, index) => {
        const from = value === undefined ? bottom : pixel(value);
        const next = thresholds[index + 1]?.value;
        const to = next === undefined ? rect.top : pixel(next);
        return from > to ? (
          <rect
            // Two thresholds may begin at one value; the band of the first has no height then and is not drawn.
            key={value ?? 'base'}
            x={rect.left}
            y={to}
            width={rect.width}
            height={from - to}
            fill={themeColor(color)}
            fillOpacity={0.1}
          />
        ) : null;
      })}
    </g>
  );
}

/** A dashed line where each threshold begins, with its label: stands before the marks. */
export function ThresholdLines({ thresholds, rect, scales }: ThresholdMarksProps): ReactElement {
  const right = rect.left + rect.width;
  const shown = thresholds.flatMap(({ value, color, label }, index) => {
    const y = value === undefined ? Number.NaN : Math.round(scales.y(value)) + 0.5;
    return y >= rect.top && y <= rect.top + rect.height + 1
      ? [{ id: `threshold ${index}`, y, color: themeColor(color), label }]
      : [];
  });
  return (
    <g>
      {shown.map(({ id, y, color, label }) => (
        <g key={id}>
          <line
            className="gp-threshold-line"
            x1={rect.left}
            x2={right}
            y1={y}
            y2={y}
            stroke={color}
            strokeDasharray="5 4"
          />
          {label === undefined || rect.width < 160 ? null : (
            <>
              {/* The stylesheet gives the letters an edge instead. */}
              <rect
                className="gp-threshold-back"
                x={right - 8 - textWidth(label, 10)}
                y={y - rect.top > 16 ? y - 15 : y + 3}
                width={textWidth(label, 10) + 8}
                height={13}
                rx={3}
                fill={tokenColor('surface')}
                fillOpacity={0.8}
              />
              <text
                className="gp-threshold-label"
                x={right - 4}
                // Below the line where there is no room above it.
                y={y - rect.top > 16 ? y - 5 : y + 13}
                textAnchor="end"
                fontSize={10}
                fill={color}
                fontWeight={600}
              >
                {label}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}
