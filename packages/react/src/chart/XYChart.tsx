import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, useMemo, useRef } from 'react';
import { type ChartMarks, NO_MARKS } from './annotations/ChartMarks.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartPlot } from './ChartPlot.tsx';
import { createPlotModel, type PlotAxisOptions } from './createPlotModel.ts';
import { type PlotAnswerProps, usePlotAnswers } from './interaction/usePlotAnswers.ts';
import type { LegendSettings } from './LegendOptions.ts';
import type { MarksHandle } from './marks/MarkCanvas.tsx';
import { noteOf } from './noteOf.ts';
import type { PlotSeries } from './PlotSeries.ts';
import { axisRoom } from './plotLayout.ts';
import { SeriesSummaryTable } from './SeriesSummaryTable.tsx';
import type { ThresholdStyle } from './ThresholdMarks.tsx';
import { useChartDescription } from './useChartDescription.ts';
import { useChartLegend } from './useChartLegend.ts';
import { useFormatters } from './useFormatters.ts';
import { useHighlight } from './useHighlight.ts';
import { useSeriesVisibility } from './useSeriesVisibility.ts';

const NOTE_HEIGHT = 18;

/** What a chart over time shows, and how. */
export interface XYChartProps extends PlotAnswerProps {
  readonly series: readonly PlotSeries[];
  /** How many series there are besides, which are not drawn. */
  readonly omittedCount: number;
  /** Puts the series that are not switched off onto and beside each other; keep it as it is while it does the same. */
  readonly arrange?: ((shown: readonly PlotSeries[]) => readonly PlotSeries[]) | undefined;
  /** What else is not as it was asked for. */
  readonly notes?: readonly string[] | undefined;
  /** What stands there besides the series; left out: nothing. */
  readonly marks?: ChartMarks | undefined;
  readonly timeRange: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Keep it as it is while it says the same. */
  readonly left: PlotAxisOptions;
  /** The same; left out: there is no axis on the right. */
  readonly right?: PlotAxisOptions | undefined;
  readonly legend: LegendSettings;
  readonly thresholdStyle: ThresholdStyle;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

/** Series over time: the plot, its legend, and the same in words for people who do not see it. */
export function XYChart(props: XYChartProps): ReactElement {
  const { series, omittedCount, arrange, notes, timeRange, title, left, right, thresholdStyle } = props;
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  const formatters = useFormatters(props.locale, props.timeZone);
  const svg = useRef<SVGSVGElement>(null);
  const painted = useRef<MarksHandle>(null);
  const highlight = useHighlight(svg, painted);
  const keys = useMemo(() => series.map(({ key }) => key), [series]);
  const { hiddenKeys, isolate, toggle } = useSeriesVisibility(keys);
  const { values } = formatters;
  const { items, layout: legend } = useChartLegend({ series, legend: props.legend, values, width, height });
  const note = noteOf({ notes, shownCount: series.length, omittedCount, locale: props.locale });
  const hasNote = note !== undefined && height > 60;
  const plotWidth = width - (legend.placement === 'right' ? legend.size : 0);
  const plotHeight = Math.max(
    1,
    height - (legend.placement === 'below' ? legend.size : 0) - (hasNote ? NOTE_HEIGHT : 0),
  );
  const room = useMemo(() => axisRoom(plotWidth, plotHeight), [plotWidth, plotHeight]);
  const shown = useMemo(() => {
    const visible = series.filter(({ key }) => !hiddenKeys.has(key));
    return arrange?.(visible) ?? visible;
  }, [series, hiddenKeys, arrange]);
  const model = useMemo(
    () =>
      createPlotModel({
        series: shown,
        range: timeRange,
        width: plotWidth,
        height: plotHeight,
        room,
        left,
        right,
        ...formatters,
      }),
    [shown, timeRange, plotWidth, plotHeight, room, left, right, formatters],
  );
  const description = useChartDescription(model);
  const answers = usePlotAnswers(props);
  return (
    <figure className={`gp-chart gp-chart-legend-${legend.placement}`} style={{ width, height }} aria-label={title}>
      <ChartPlot
        model={model}
        width={plotWidth}
        height={plotHeight}
        room={room}
        thresholdStyle={thresholdStyle}
        title={title}
        description={description.sentence}
        svg={svg}
        painted={painted}
        answers={answers}
        marks={props.marks ?? NO_MARKS}
      />
      {hasNote ? (
        <p className="gp-chart-note" title={note}>
          {note}
        </p>
      ) : null}
      {legend.placement === 'none' ? null : (
        <ChartLegend
          items={items}
          layout={legend}
          hiddenKeys={hiddenKeys}
          onIsolate={isolate}
          onToggle={toggle}
          onHighlight={highlight}
        />
      )}
      <SeriesSummaryTable series={description.series} caption={title} />
    </figure>
  );
}
