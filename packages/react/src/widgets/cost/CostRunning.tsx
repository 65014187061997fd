import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { CostAxes } from './CostAxes.tsx';
import type { CostPictureProps } from './CostPicture.tsx';
import type { CostPlot } from './costLayout.ts';

/** The running total, its projection, and the line of the budget. */
export function CostRunning({ model, times, plot }: CostPictureProps & { readonly plot: CostPlot }): ReactElement {
  const { running, projected, budget, period, nowMs, total } = model;
  const { rect, x, y } = plot;
  const points = thinned(running.map(({ timeMs, total: at }) => [x(timeMs), y(at)] as const)).map(
    ([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`,
  );
  const color = tokenColor('series-1');
  const zero = y(0).toFixed(1);
  const last = running.at(-1);
  const lastX = last === undefined ? '' : x(last.timeMs).toFixed(1);
  const budgetY = budget === undefined ? 0 : Math.round(y(budget)) + 0.5;
  return (
    <g>
      <CostAxes plot={plot} period={period} times={times} />
      {points.length > 0 ? (
        <>
          <path
            d={`M${x(period.startMs).toFixed(1)},${zero}L${points.join('L')}L${lastX},${zero}Z`}
            fill={color}
            fillOpacity={0.14}
          />
          <path d={`M${points.join('L')}`} fill="none" stroke={color} strokeWidth={2} strokeLinejoin="round" />
        </>
      ) : null}
      {projected === undefined ? null : (
        <path
          d={`M${x(nowMs).toFixed(1)},${y(total).toFixed(1)}L${x(period.endMs).toFixed(1)},${y(projected).toFixed(1)}`}
          fill="none"
          stroke={color}
          strokeWidth={2}
          strokeDasharray="2 4"
          strokeLinecap="round"
        />
      )}
      {budget === undefined ? null : (
        <>
          <line
            x1={rect.x}
            x2={rect.x + rect.width}
            y1={budgetY}
            y2={budgetY}
            stroke={tokenColor('critical')}
            strokeDasharray="5 4"
          />
          {rect.width > 120 ? (
            <SvgText
              x={rect.x + 4}
              y={budgetY - rect.y > 16 ? budgetY - 5 : budgetY + 13}
              size={10}
              text="budget"
              color="critical"
              maxWidth={textWidth('budget', 12)}
              isStrong
            />
          ) : null}
        </>
      )}
    </g>
  );
}

// A total that only grows between two pixels is the straight line between them.
function thinned(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return points.filter(
    ([x], index) =>
      index === 0 || index === points.length - 1 || Math.floor(x) !== Math.floor(points[index + 1]?.[0] ?? x),
  );
}
