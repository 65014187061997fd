import type { ReactElement, ReactNode } from 'react';
import { GridLines } from './GridLines.tsx';
import type { PlotModel } from './PlotModel.ts';
import type { AxisRoom } from './plotLayout.ts';
import { ThresholdBands, type ThresholdStyle } from './ThresholdMarks.tsx';
import { TimeAxisLabels } from './TimeAxisLabels.tsx';
import { thresholdsOn } from './thresholds/thresholdsOn.ts';
import { useTimeTicks } from './useTimeTicks.ts';
import { ValueAxisLabels } from './ValueAxisLabels.tsx';

interface PlotBackdropProps {
  readonly model: PlotModel;
  readonly width: number;
  readonly room: AxisRoom;
  readonly thresholdStyle: ThresholdStyle;
  /** What stands there besides. */
  readonly behind?: ReactNode;
}

/** What stands behind the marks and beside them: bands, the grid and the axes. */
export function PlotBackdrop({ model, width, room, thresholdStyle, behind }: PlotBackdropProps): ReactElement {
  const { axis, rect, scales, right } = model;
  const ticks = useTimeTicks({ range: model.range, width: rect.width, times: model.times });
  return (
    <>
      {thresholdStyle === 'band' ? (
        <ThresholdBands thresholds={thresholdsOn(model)} rect={rect} scales={scales} />
      ) : null}
      {behind}
      {room.hasValueAxis ? (
        <>
          <GridLines axis={axis} rect={rect} scales={scales} />
          <ValueAxisLabels side="left" axis={axis} rect={rect} scales={scales} />
          {right === undefined ? null : <ValueAxisLabels side="right" {...right} rect={rect} />}
        </>
      ) : null}
      {room.hasTimeAxis ? <TimeAxisLabels ticks={ticks} rect={rect} scales={scales} width={width} /> : null}
    </>
  );
}
