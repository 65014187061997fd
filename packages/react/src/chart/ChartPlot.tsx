import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { EmptyNote } from './EmptyNote.tsx';
import { fittingTimeTicks } from './fittingTimeTicks.ts';
import { GridLines } from './GridLines.tsx';
import { PlotInteraction } from './PlotInteraction.tsx';
import type { PlotModel } from './PlotModel.ts';
import type { AxisRoom } from './plotLayout.ts';
import { SeriesMarks } from './SeriesMarks.tsx';
import { SeriesPathCache } from './SeriesPathCache.ts';
import type { Interpolation, SeriesPaths } from './seriesPaths.ts';
import { ThresholdBands, ThresholdLines, type ThresholdStyle } from './ThresholdMarks.tsx';
import { TimeAxisLabels } from './TimeAxisLabels.tsx';
import { ValueAxisLabels } from './ValueAxisLabels.tsx';

/** What a plot draws, and how. */
export interface ChartPlotProps {
  readonly model: PlotModel;
  readonly width: number;
  readonly height: number;
  readonly room: AxisRoom;
  readonly interpolation: Interpolation;
  readonly fillOpacity: number;
  readonly thresholdStyle: ThresholdStyle;
  /** The accessible name. */
  readonly title: string;
  readonly description: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly onTimeRangeSelect: ((range: AbsoluteTimeRange) => void) | undefined;
}

/** The picture of a chart, and what answers to pointer and keyboard over it. */
export function ChartPlot(props: ChartPlotProps): ReactElement {
  const { model, width, height, room, title, description, svg } = props;
  const { axis, rect, scales, series } = model;
  const thresholds = model.field?.thresholds ?? [];
  const chart = useRef<HTMLDivElement>(null);
  // React 18 writes colons, which not every reader of SVG takes in an address.
  const clipId = useId().replaceAll(':', '');
  const [cache] = useState(() => new SeriesPathCache());
  const baseline = props.fillOpacity > 0 ? scales.y(Math.min(axis.max, Math.max(axis.min, 0))) : undefined;
  const paths = cache.draw(series, { ...model.range, rect, scales, interpolation: props.interpolation, baseline });
  const ticks = useMemo(
    () => (room.hasTimeAxis ? fittingTimeTicks(model.range, rect.width, model.times) : []),
    [room.hasTimeAxis, model.range, rect.width, model.times],
  );
  return (
    <div className="gp-chart-plot" ref={chart} style={{ width, height }}>
      <svg
        ref={svg}
        className="gp-chart-svg"
        xmlns="http://www.w3.org/2000/svg"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}: ${description}`}
      >
        <defs>
          <clipPath id={clipId}>
            {/* A stroke, or a dot, on the edge of the plot is drawn in full. */}
            <rect x={rect.left - 2} y={rect.top - 2} width={rect.width + 4} height={rect.height + 4} />
          </clipPath>
        </defs>
        {props.thresholdStyle === 'band' ? (
          <ThresholdBands thresholds={thresholds} rect={rect} scales={scales} />
        ) : null}
        {room.hasValueAxis ? <GridLines axis={axis} rect={rect} scales={scales} /> : null}
        <g clipPath={`url(#${clipId})`}>
          <SeriesMarks series={series} paths={paths} fillOpacity={props.fillOpacity} />
        </g>
        {props.thresholdStyle === 'off' ? null : <ThresholdLines thresholds={thresholds} rect={rect} scales={scales} />}
        {hasMarks(paths) ? null : <EmptyNote rect={rect} noValue={model.field?.noValue} />}
        {room.hasTimeAxis ? <TimeAxisLabels ticks={ticks} rect={rect} scales={scales} width={width} /> : null}
        {room.hasValueAxis ? <ValueAxisLabels axis={axis} rect={rect} scales={scales} /> : null}
      </svg>
      <PlotInteraction
        model={model}
        chart={chart}
        label={`${title}. Arrow keys read the values.`}
        onTimeRangeSelect={props.onTimeRangeSelect}
      />
    </div>
  );
}

function hasMarks(paths: readonly SeriesPaths[]): boolean {
  return paths.some(({ line, dots }) => line !== '' || dots !== '');
}
