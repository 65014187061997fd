import type { ReactElement } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { PlotModel } from '../PlotModel.ts';
import { textWidth } from '../textWidth.ts';

const FONT_SIZE = 10;

interface NowLineProps {
  readonly model: Pick<PlotModel, 'range' | 'rect' | 'scales'>;
  readonly nowMs: number;
}

/** A line at the present moment, in charts that go beyond it: what is to the right of it has not happened yet. */
export function NowLine({ model, nowMs }: NowLineProps): ReactElement | null {
  const { range, rect, scales } = model;
  const x = Math.round(scales.x(nowMs)) + 0.5;
  if (!isWithin(nowMs, range) || x > rect.left + rect.width - 3) return null;
  const bottom = rect.top + rect.height;
  const width = textWidth('now', FONT_SIZE);
  const isBefore = x + width + 8 > rect.left + rect.width;
  return (
    <g className="gp-now">
      <line x1={x} x2={x} y1={rect.top} y2={bottom} stroke={tokenColor('text-muted')} strokeWidth={1} />
      {rect.width < 160 || rect.height < 40 ? null : (
        <text
          className="gp-now-label"
          x={isBefore ? x - 4 : x + 4}
          y={bottom - 5}
          textAnchor={isBefore ? 'end' : 'start'}
          fontSize={FONT_SIZE}
          fontWeight={600}
          fill={tokenColor('text-muted')}
        >
          now
        </text>
      )}
    </g>
  );
}

function isWithin(timeMs: number, { startMs, endMs }: PlotModel['range']): boolean {
  return timeMs > startMs && timeMs < endMs;
}
