import type { FieldOptions } from '@glasspane/core';
import type { ChartSeries } from '../ChartSeries.ts';
import type { PlotAxisOptions } from '../createPlotModel.ts';
import type { PlotSeries } from '../PlotSeries.ts';
import { drawnStyle, type StyleDefaults } from './drawnStyle.ts';
import { drawnValues } from './drawnValues.ts';
import { bandEnd, fillBands } from './fillBands.ts';
import { parseSeriesStyle } from './parseSeriesStyle.ts';
import type { SeriesStyle } from './SeriesStyle.ts';
import { stackShown } from './stackShown.ts';
import { axisOptions, axisSides, type StyledSeries } from './valueAxes.ts';

/** What the drawing of series is planned from. */
export interface SeriesPlanInput {
  readonly series: readonly ChartSeries[];
  /** What the widget says of all of them. */
  readonly style: SeriesStyle;
  readonly field: FieldOptions | undefined;
  /** Values that must be seen on the left axis: thresholds. */
  readonly include: readonly number[];
  readonly defaults: StyleDefaults;
}

/** How series are drawn, and by which axes. */
export interface SeriesPlan {
  /** The series that are not hidden, each by itself. */
  readonly series: readonly PlotSeries[];
  /**
   * Puts those of the series that are shown onto and beside each other; left out: each stands for itself. The same
   * function as long as the plan is the same.
   */
  readonly arrange?: ((shown: readonly PlotSeries[]) => readonly PlotSeries[]) | undefined;
  readonly left: PlotAxisOptions;
  /** Left out: no series is drawn by it. */
  readonly right?: PlotAxisOptions | undefined;
  /** What could not be done as it was asked, for people. */
  readonly notes: readonly string[];
}

/** Plans how series are drawn: each by the style of the widget and of its overrides, on its axis. */
export function planSeries(input: SeriesPlanInput): SeriesPlan {
  const parsed = input.series.map((series) => ({ series, ...parseSeriesStyle(series.style) }));
  const styled = parsed.map(({ series, style }) => ({ series, own: style, style: { ...input.style, ...style } }));
  const sides = axisSides(styled);
  const left = axisOptions(onSide(styled, sides, 'left'), input);
  const onRight = onSide(styled, sides, 'right');
  const right = onRight.length === 0 ? undefined : axisOptions(onRight, { ...input, include: [] });
  let misplacedCount = 0;
  const all = styled.map(({ series, style }, index): PlotSeries => {
    const axis = sides[index] ?? 'left';
    const scale = (axis === 'right' ? right : left)?.scale?.type ?? 'linear';
    const drawn = drawnValues(series.field.values, style.isNegative === true, scale);
    misplacedCount += drawn.misplacedCount;
    return { ...series, ...drawnStyle(style, input.defaults), axis, values: drawn.values, base: undefined };
  });
  return {
    series: all.filter((_, index) => styled[index]?.style.isHidden !== true),
    ...arrangementOf(all, styled),
    left,
    ...(right === undefined ? {} : { right }),
    notes: [...refusals(parsed), ...lostBands(all, styled), ...misplaced(misplacedCount)],
  };
}

function onSide(styled: readonly StyledSeries[], sides: readonly string[], side: string): readonly StyledSeries[] {
  return styled.filter(({ style }, index) => sides[index] === side && style.isHidden !== true);
}

function arrangementOf(all: readonly PlotSeries[], styled: readonly StyledSeries[]): Pick<SeriesPlan, 'arrange'> {
  const hasStacks = styled.some(({ style }) => (style.stack ?? 'none') !== 'none');
  const hasBands = styled.some(({ style }) => style.fillBelowTo !== undefined);
  if (!hasStacks && !hasBands) return {};
  const styles = new Map(styled.map(({ series, style }) => [series.key, style]));
  const styleOf = ({ key }: PlotSeries): SeriesStyle => styles.get(key) ?? {};
  return {
    arrange: (shown) => {
      const stacked = hasStacks ? stackShown(shown, styleOf) : shown;
      // What is not shown is found after what is, so that a band ends where its end is drawn.
      return hasBands ? fillBands(stacked, [...stacked, ...all], styleOf) : stacked;
    },
  };
}

function refusals(
  parsed: readonly { readonly series: ChartSeries; readonly refused: readonly string[] }[],
): readonly string[] {
  const names = new Set(parsed.flatMap(({ refused }) => refused));
  return names.size === 0 ? [] : [`Overrides give values that are not known: ${[...names].join(', ')}`];
}

function lostBands(all: readonly PlotSeries[], styled: readonly StyledSeries[]): readonly string[] {
  const lost = all.flatMap((one, index) => {
    const name = styled[index]?.style.fillBelowTo;
    // All series but the end itself have it when the widget says it; the end has nowhere to go.
    return name === undefined || name === one.name || bandEnd(name, one, all) !== undefined ? [] : [name];
  });
  return [...new Set(lost)].map((name) => `No series “${name.slice(0, 60)}” on the same axis to fill to`);
}

function misplaced(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? 'value' : 'values'} at or below zero not shown: the axis is logarithmic`];
}
