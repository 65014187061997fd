import { type ReactElement, type Ref, type RefObject, useRef } from 'react';
import type { ChartMarks } from './annotations/ChartMarks.ts';
import { MarksBehind, MarksOverlay } from './annotations/MarksLayers.tsx';
import type { PlotAnswers } from './interaction/PlotAnswers.ts';
import { MarkCanvas, type MarksHandle } from './marks/MarkCanvas.tsx';
import { useIsPainted } from './marks/useIsPainted.ts';
import { PlotBackdrop } from './PlotBackdrop.tsx';
import { hasFront, PlotFront } from './PlotFront.tsx';
import { PlotInteraction } from './PlotInteraction.tsx';
import type { PlotPictureProps } from './PlotPicture.tsx';
import { SvgMarks } from './SvgMarks.tsx';

/** What a plot draws, and what it is called. */
export interface ChartPlotProps extends Omit<PlotPictureProps, 'behind' | 'before'> {
  readonly height: number;
  /** The accessible name. */
  readonly title: string;
  readonly description: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  /** Moves the marks where they are painted. */
  readonly painted: Ref<MarksHandle>;
  readonly answers: PlotAnswers;
  /** What stands there besides the series. */
  readonly marks: ChartMarks;
}

/** The picture of a chart, and what answers to pointer and keyboard over it. */
export function ChartPlot(props: ChartPlotProps): ReactElement {
  const { model, width, height, title, description, svg, marks, thresholdStyle } = props;
  const chart = useRef<HTMLDivElement>(null);
  const isPainted = useIsPainted(model);
  const front = <PlotFront model={model} thresholdStyle={thresholdStyle} />;
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return (
    <div className="gp-chart-plot" ref={chart} style={{ width, height }}>
      <svg
        ref={svg}
        className="gp-chart-svg"
        xmlns="http://www.w3.org/2000/svg"
        {...size}
        role="img"
        aria-label={`${title}: ${description}`}
      >
        <PlotBackdrop
          model={model}
          width={width}
          room={props.room}
          thresholdStyle={thresholdStyle}
          behind={<MarksBehind model={model} marks={marks} />}
        />
        {isPainted ? null : (
          <>
            <SvgMarks model={model} />
            {front}
          </>
        )}
      </svg>
      {isPainted ? <MarkCanvas model={model} handle={props.painted} /> : null}
      {isPainted && hasFront(model, thresholdStyle) ? (
        <svg className="gp-marks" {...size} aria-hidden="true">
          {front}
        </svg>
      ) : null}
      <PlotInteraction
        model={model}
        chart={chart}
        label={`${title}. Arrow keys read the values.`}
        answers={props.answers}
      />
      <MarksOverlay model={model} marks={marks} width={width} height={height} />
    </div>
  );
}
