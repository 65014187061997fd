import type { ReactElement } from 'react';
import { EmptyNote } from '../../chart/EmptyNote.tsx';
import { AXIS_FONT_SIZE } from '../../chart/plotLayout.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import { truncateText } from '../../drawing/truncateText.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { BarThresholds } from './BarThresholds.tsx';
import { type BarChartModel, barThresholds, hasBars } from './barChartModel.ts';
import type { PlacedBars } from './placeBars.ts';

interface BarChartPictureProps {
  readonly model: BarChartModel;
  readonly placed: PlacedBars;
  readonly options: BarChartOptions;
  readonly field: ChartSeriesInput['field'];
}

/** The bars, axes and thresholds of a bar chart, for the inside of an SVG: on the screen and in a file alike. */
export function BarChartPicture({ model, placed, options, field }: BarChartPictureProps): ReactElement {
  const { layout, bars, labels } = placed;
  const isStack = (options.stacking ?? 'none') !== 'none' && model.groups.length > 1;
  const thresholds = barThresholds(model, options, field);
  if (!hasBars(model)) return <EmptyNote rect={layout.rect} noValue={field?.noValue} />;
  return (
    <>
      <BarThresholds thresholds={thresholds} placed={placed} isBand={options.thresholds === 'band'} part="behind" />
      {layout.hasValueAxis ? <ValueGrid {...placed} /> : null}
      <g>
        {bars.map(({ key, group, x, y, width, height, color }) => (
          <rect
            key={key}
            className="gp-series gp-bar"
            data-series={model.groups[group]?.key}
            x={round(x)}
            y={round(y)}
            width={round(width)}
            height={round(height)}
            fill={color}
            // Parts of a stack are told apart without their colours, too.
            {...(isStack && Math.min(width, height) >= 4 ? { stroke: tokenColor('surface'), strokeWidth: 1 } : {})}
          />
        ))}
      </g>
      <ZeroLine {...placed} />
      <BarThresholds thresholds={thresholds} placed={placed} isBand={false} part="before" />
      <g className="gp-bar-labels" fill={tokenColor('text')} fontSize={AXIS_FONT_SIZE}>
        {labels.map(({ key, x, y, anchor, text }) => (
          <text key={key} x={round(x)} y={round(y)} textAnchor={anchor === 'start' ? undefined : anchor}>
            {text}
          </text>
        ))}
      </g>
      {layout.hasCategoryAxis ? <CategoryNames model={model} placed={placed} /> : null}
    </>
  );
}

function ValueGrid({ axis, layout, position }: PlacedBars): ReactElement {
  const { rect, isHorizontal } = layout;
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE}>
      {axis.ticks.map(({ value, label }) => {
        const at = Math.round(position(value)) + 0.5;
        const line = isHorizontal
          ? { x1: at, x2: at, y1: rect.top, y2: rect.top + rect.height }
          : { x1: rect.left, x2: rect.left + rect.width, y1: at, y2: at };
        return (
          <g key={value}>
            <line className="gp-grid-line" {...line} stroke={tokenColor('grid-line')} />
            {isHorizontal ? (
              <text x={at} y={rect.top + rect.height + 14} textAnchor="middle">
                {label}
              </text>
            ) : (
              <text x={rect.left - 8} y={at + AXIS_FONT_SIZE * 0.35} textAnchor="end">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function ZeroLine({ layout, position }: PlacedBars): ReactElement {
  const { rect, isHorizontal } = layout;
  const at = Math.round(position(0)) + 0.5;
  const line = isHorizontal
    ? { x1: at, x2: at, y1: rect.top, y2: rect.top + rect.height }
    : { x1: rect.left, x2: rect.left + rect.width, y1: at, y2: at };
  return <line className="gp-grid-line gp-grid-line-zero" {...line} stroke={tokenColor('axis-line')} />;
}

function CategoryNames({ model, placed }: Pick<BarChartPictureProps, 'model' | 'placed'>): ReactElement {
  const { layout } = placed;
  const { rect, isHorizontal, step, nameEvery, nameWidth, shownCount } = layout;
  const left = rect.left - (isHorizontal ? negativeRoom(placed) : 0);
  return (
    <g className="gp-axis" fill={tokenColor('text-muted')} fontSize={AXIS_FONT_SIZE}>
      {model.categories.slice(0, shownCount).flatMap(({ key, name }, index) => {
        if (index % nameEvery !== 0) return [];
        const middle = (index + 0.5) * step;
        const [x, y] = isHorizontal
          ? [left - 8, rect.top + middle + 4]
          : [rect.left + middle, rect.top + rect.height + 15];
        const below = placed.labels.some(({ y: label }) => !isHorizontal && label > rect.top + rect.height) ? 12 : 0;
        return (
          <text key={key} x={round(x)} y={round(y + below)} textAnchor={isHorizontal ? 'end' : 'middle'}>
            {truncateText(name, AXIS_FONT_SIZE, Math.max(8, nameWidth))}
          </text>
        );
      })}
    </g>
  );
}

// Texts at the ends of bars below zero stand between the names and the plot.
function negativeRoom({ layout }: PlacedBars): number {
  return layout.rect.left - layout.nameWidth - 10;
}

function round(pixel: number): number {
  return Math.round(pixel * 100) / 100;
}
