import type { ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { type ColorToken, tokenColor } from '../../theme/colorTokens.ts';
import type { Area } from '../treemap/squarify.ts';
import { WINDOW_ROW } from './sloLayout.ts';
import type { SloModel, WindowRatio } from './sloModel.ts';
import { rateText } from './sloTexts.ts';

interface SloWindowsProps {
  readonly model: SloModel;
  readonly area: Area;
  readonly values: ValueFormatter;
}

const NAME_WIDTH = 40;

/** The burn rates over the windows, as bars with a mark where the budget would just last. */
export function SloWindows({ model, area, values }: SloWindowsProps): ReactElement {
  const texts = model.windows.map((window) => rateText(window, values));
  const valueWidth = Math.min(120, Math.max(44, area.width * 0.3));
  const barX = area.x + NAME_WIDTH;
  const barWidth = Math.max(4, area.width - NAME_WIDTH - valueWidth - 8);
  const top = Math.max(15, ...model.windows.map(({ rate }) => (Number.isFinite(rate) ? (rate ?? 0) : 15)));
  // By logarithm: 1 must be told from 0 beside 14.4.
  const size = (rate: number): number => (Math.log1p(Math.min(top, Math.max(0, rate))) / Math.log1p(top)) * barWidth;
  const sustainable = barX + size(1);
  return (
    <g transform={`translate(0,${area.y})`}>
      <SvgText x={area.x} y={11} size={11} color="text-muted" text="Burn rate" />
      {barWidth > 60 ? <SvgText x={sustainable} y={11} size={10} color="text-muted" anchor="middle" text="1×" /> : null}
      {model.windows.map((window, index) => {
        const y = 18 + index * WINDOW_ROW;
        return (
          <g key={window.window} transform={`translate(0,${y})`}>
            <SvgText x={area.x} y={14} size={12} text={window.window} maxWidth={NAME_WIDTH - 6} />
            <rect x={barX} y={5} width={barWidth} height={12} rx={2} fill={tokenColor('surface-sunken')} />
            {window.rate === undefined ? null : (
              <rect
                x={barX}
                y={5}
                width={Math.max(1, size(window.rate))}
                height={12}
                rx={2}
                fill={tokenColor(rateColor(model, window))}
              />
            )}
            <SvgText
              x={area.x + area.width}
              y={14}
              size={12}
              anchor="end"
              text={texts[index] ?? ''}
              maxWidth={valueWidth}
              color={window.rate === undefined ? 'text-muted' : 'text'}
              isStrong={window.rate !== undefined}
            />
          </g>
        );
      })}
      <line
        x1={sustainable}
        x2={sustainable}
        y1={18}
        y2={18 + model.windows.length * WINDOW_ROW}
        stroke={tokenColor('text-muted')}
        strokeDasharray="2 3"
      />
    </g>
  );
}

// What the rules say of the window; beside them, whether the budget would last.
function rateColor({ outcomes }: SloModel, { window, rate = 0 }: WindowRatio): ColorToken {
  const rules = outcomes.filter(({ rule }) => rule.longWindow === window || rule.shortWindow === window);
  const above = rules.filter(({ rule }) => rate > rule.burnRate);
  if (above.some(({ rule }) => rule.severity === 'page')) return 'critical';
  if (above.length > 0 || rate > 1) return 'warning';
  return 'good';
}
