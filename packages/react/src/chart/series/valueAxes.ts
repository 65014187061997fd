import type { FieldOptions } from '@glasspane/core';
import type { ChartSeries } from '../ChartSeries.ts';
import type { PlotAxisOptions } from '../createPlotModel.ts';
import type { SeriesStyle } from './SeriesStyle.ts';

/** A series, what its overrides say of how it is drawn, and that on top of what the widget says. */
export interface StyledSeries {
  readonly series: ChartSeries;
  readonly own: SeriesStyle;
  readonly style: SeriesStyle;
}

/** Which axis a series is drawn by. */
export type AxisSide = 'left' | 'right';

/** Returns the axis of each series: that of its style, or the right one where its unit is another than that of the first. */
export function axisSides(styled: readonly StyledSeries[]): readonly AxisSide[] {
  const first = styled.find(({ style }) => style.axis !== 'right');
  const unit = first?.series.options?.unit;
  return styled.map(({ series, style: { axis = 'auto' } }) => {
    if (axis !== 'auto') return axis;
    return first === undefined || series.options?.unit === unit ? 'left' : 'right';
  });
}

/** What an axis is worked out from, besides the series that are drawn by it. */
export interface AxisContext {
  /** The options of the widget's field. */
  readonly field: FieldOptions | undefined;
  /** What the widget says of how series are drawn. */
  readonly style: SeriesStyle;
  /** Values that must be seen on the left axis. */
  readonly include: readonly number[];
}

/** Returns the axis of some series. What only the axis has, the first of them that says it decides. */
export function axisOptions(styled: readonly StyledSeries[], context: AxisContext): PlotAxisOptions {
  const said = <TName extends keyof SeriesStyle>(name: TName): SeriesStyle[TName] =>
    styled.find(({ own }) => own[name] !== undefined)?.own[name] ?? context.style[name];
  const type = said('scale') ?? 'linear';
  const [softMin, softMax] = [said('softMin'), said('softMax')];
  const hasZero = said('includeZero') ?? !(softMin !== undefined && softMin > 0);
  const isPercent = styled.some(({ style }) => style.stack === 'percent');
  const field =
    styled.length === 0 || styled.some(({ series }) => series.options === context.field)
      ? context.field
      : styled[0]?.series.options;
  return {
    field: isPercent ? { ...field, unit: 'percentunit', decimals: undefined, min: undefined, max: undefined } : field,
    include: hasZero ? [0, ...context.include] : context.include,
    ...(type === 'linear' ? {} : { scale: { type, base: said('logBase'), linearWithin: said('linearWithin') } }),
    softMin: softMin ?? (isPercent ? 0 : undefined),
    softMax: softMax ?? (isPercent ? 1 : undefined),
    isMirrored: styled.some(({ style }) => style.isNegative === true) && styled.every(isAboveZero),
  };
}

function isAboveZero({ series }: StyledSeries): boolean {
  return series.field.values.every((value) => !(value < 0));
}
