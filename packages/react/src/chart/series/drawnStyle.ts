import { parseSpanMs } from '@glasspane/core/chart';
import type { Interpolation, PlotStyle } from '../PlotSeries.ts';
import type { SeriesStyle } from './SeriesStyle.ts';

/** How a series is drawn, besides its axis, when its style leaves it open. */
export interface StyleDefaults {
  /** How opaque the inside of a plain line is. */
  readonly lineFill: number;
}

/** Returns how a style is drawn, with what stands for all that it leaves out. */
export function drawnStyle(style: SeriesStyle, defaults: StyleDefaults): Omit<PlotStyle, 'axis'> {
  const isStacked = style.stack === 'normal' || style.stack === 'percent';
  const draw = style.draw ?? (isStacked ? 'area' : 'line');
  const usualFill = { line: defaults.lineFill, area: isStacked ? 0.5 : 0.3, bars: 0.75, points: 0 }[draw];
  return {
    mark: draw === 'area' ? 'line' : draw,
    interpolation: INTERPOLATIONS[style.interpolation ?? 'linear'],
    lineWidth: style.lineWidth ?? (draw === 'bars' ? 0 : 1.5),
    dash: dashOf(style.dash),
    fillOpacity: style.fillOpacity ?? (style.fillBelowTo === undefined ? usualFill : 0.16),
    hasGradient: style.gradient === 'opacity',
    points: style.points ?? 'never',
    connectNulls: connectedMs(style.connectNulls),
  };
}

const INTERPOLATIONS: Readonly<Record<NonNullable<SeriesStyle['interpolation']>, Interpolation>> = {
  linear: 'linear',
  step: 'stepAfter',
  stepAfter: 'stepAfter',
  stepBefore: 'stepBefore',
};

// The round ends of strokes reach into the spaces.
function dashOf(dash: SeriesStyle['dash']): readonly number[] | undefined {
  if (dash === undefined || dash === 'solid') return undefined;
  if (dash === 'dash') return [6, 5];
  if (dash === 'dot') return [0.5, 4];
  return dash.some((length) => length > 0) ? dash : undefined;
}

function connectedMs(connectNulls: SeriesStyle['connectNulls']): number | undefined {
  if (typeof connectNulls === 'string') return parseSpanMs(connectNulls);
  return connectNulls === true ? Number.POSITIVE_INFINITY : undefined;
}
