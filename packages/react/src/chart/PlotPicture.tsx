import { type ReactElement, type ReactNode, useId, useMemo, useState } from 'react';
import { EmptyNote } from './EmptyNote.tsx';
import { fittingTimeTicks } from './fittingTimeTicks.ts';
import { GridLines } from './GridLines.tsx';
import type { PlotModel } from './PlotModel.ts';
import type { AxisRoom } from './plotLayout.ts';
import { SeriesMarks } from './SeriesMarks.tsx';
import { SeriesPathCache } from './SeriesPathCache.ts';
import type { SeriesPaths } from './seriesPaths.ts';
import { ThresholdBands, ThresholdLines, type ThresholdStyle } from './ThresholdMarks.tsx';
import { thresholdsOn } from './thresholds/thresholdsOn.ts';
import { TimeAxisLabels } from './TimeAxisLabels.tsx';
import { ValueAxisLabels } from './ValueAxisLabels.tsx';

/** What a plot draws, and how. */
export interface PlotPictureProps {
  readonly model: PlotModel;
  readonly width: number;
  readonly room: AxisRoom;
  readonly thresholdStyle: ThresholdStyle;
  /** What stands there besides, behind the marks and before them. */
  readonly behind?: ReactNode;
  readonly before?: ReactNode;
}

/** The marks, axes and thresholds of a plot, for the inside of an SVG: on the screen and in a file alike. */
export function PlotPicture(props: PlotPictureProps): ReactElement {
  const { model, width, room } = props;
  const { axis, rect, scales, series } = model;
  const thresholds = thresholdsOn(model);
  // React 18 writes colons, which not every reader of SVG takes in an address.
  const clipId = useId().replaceAll(':', '');
  const [cache] = useState(() => new SeriesPathCache());
  const paths = cache.draw(model);
  const ticks = useMemo(
    () => (room.hasTimeAxis ? fittingTimeTicks(model.range, rect.width, model.times) : []),
    [room.hasTimeAxis, model.range, rect.width, model.times],
  );
  return (
    <>
      <defs>
        <clipPath id={clipId}>
          {/* A stroke, or a dot, on the edge of the plot is drawn in full. */}
          <rect x={rect.left - 2} y={rect.top - 2} width={rect.width + 4} height={rect.height + 4} />
        </clipPath>
      </defs>
      {props.thresholdStyle === 'band' ? <ThresholdBands thresholds={thresholds} rect={rect} scales={scales} /> : null}
      {props.behind}
      {room.hasValueAxis ? <GridLines axis={axis} rect={rect} scales={scales} /> : null}
      <g clipPath={`url(#${clipId})`}>
        <SeriesMarks series={series} paths={paths} />
      </g>
      {props.thresholdStyle === 'off' ? null : <ThresholdLines thresholds={thresholds} rect={rect} scales={scales} />}
      {props.before}
      {hasMarks(paths) ? null : <EmptyNote rect={rect} noValue={model.field?.noValue} />}
      {room.hasTimeAxis ? <TimeAxisLabels ticks={ticks} rect={rect} scales={scales} width={width} /> : null}
      {room.hasValueAxis ? (
        <>
          <ValueAxisLabels side="left" axis={axis} rect={rect} scales={scales} />
          {model.right === undefined ? null : <ValueAxisLabels side="right" {...model.right} rect={rect} />}
        </>
      ) : null}
    </>
  );
}

function hasMarks(paths: readonly SeriesPaths[]): boolean {
  return paths.some(({ line, dots }) => line !== '' || dots !== '');
}
