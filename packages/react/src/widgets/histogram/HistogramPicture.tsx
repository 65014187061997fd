import type { ReactElement } from 'react';
import { EmptyNote } from '../../chart/EmptyNote.tsx';
import { AXIS_FONT_SIZE } from '../../chart/plotLayout.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { HistogramPlot } from './histogramPlot.ts';

/** The bars and axes of a histogram, for the inside of an SVG: on the screen and in a file alike. */
export function HistogramPicture({ plot }: { readonly plot: HistogramPlot }): ReactElement {
  const { rect, room, axis, bars, y } = plot;
  const bottom = rect.top + rect.height;
  return (
    <>
      {room.hasValueAxis
        ? axis.ticks.map(({ value, label }) => (
            <g key={value}>
              <line
                className={value === 0 ? 'gp-grid-line gp-grid-line-zero' : 'gp-grid-line'}
                x1={rect.left}
                x2={rect.left + rect.width}
                y1={Math.round(y(value)) + 0.5}
                y2={Math.round(y(value)) + 0.5}
                stroke={tokenColor(value === 0 ? 'axis-line' : 'grid-line')}
              />
              <text
                className="gp-axis"
                x={rect.left - 8}
                y={Math.round(y(value)) + AXIS_FONT_SIZE * 0.35}
                fill={tokenColor('text-muted')}
                fontSize={AXIS_FONT_SIZE}
                textAnchor="end"
              >
                {label}
              </text>
            </g>
          ))
        : null}
      {plot.model.groups.map(({ key, color }, index) => (
        <path key={key} className="gp-heat gp-series" data-series={key} d={barsPath(bars[index] ?? [])} fill={color} />
      ))}
      {bars.some((group) => group.some(({ count }) => count > 0)) ? null : (
        <EmptyNote rect={rect} noValue={plot.field?.noValue} />
      )}
      {room.hasTimeAxis ? <BoundLabels plot={plot} y={bottom} /> : null}
    </>
  );
}

function BoundLabels({ plot, y }: { readonly plot: HistogramPlot; readonly y: number }): ReactElement {
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE} textAnchor="middle">
      {plot.bounds.map(({ x, shift, label }) => (
        <g key={`${x} ${label}`} transform={`translate(${x},${y})`}>
          <line className="gp-tick" x1={0.5} x2={0.5} y1={0} y2={4} stroke={tokenColor('axis-line')} />
          <text x={shift} y={AXIS_FONT_SIZE + 6}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

function barsPath(bars: HistogramPlot['bars'][number]): string {
  return bars
    .filter(({ height }) => height > 0)
    .map(({ x, y, width, height }) => `M${x} ${round(y)}h${width}v${round(height)}h-${width}z`)
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
