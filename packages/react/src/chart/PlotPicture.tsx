import type { ReactElement, ReactNode } from 'react';
import { PlotBackdrop } from './PlotBackdrop.tsx';
import { PlotFront } from './PlotFront.tsx';
import type { PlotModel } from './PlotModel.ts';
import type { AxisRoom } from './plotLayout.ts';
import { SvgMarks } from './SvgMarks.tsx';
import type { ThresholdStyle } from './ThresholdMarks.tsx';

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
  const { model, thresholdStyle } = props;
  return (
    <>
      <PlotBackdrop
        model={model}
        width={props.width}
        room={props.room}
        thresholdStyle={thresholdStyle}
        behind={props.behind}
      />
      <SvgMarks model={model} />
      <PlotFront model={model} thresholdStyle={thresholdStyle}>
        {props.before}
      </PlotFront>
    </>
  );
}
