import { type ReactElement, type RefObject, useRef } from 'react';
import type { ChartMarks } from './annotations/ChartMarks.ts';
import { MarksBehind, MarksOverlay } from './annotations/MarksLayers.tsx';
import type { PlotAnswers } from './interaction/PlotAnswers.ts';
import { PlotInteraction } from './PlotInteraction.tsx';
import { PlotPicture, type PlotPictureProps } from './PlotPicture.tsx';

/** What a plot draws, and what it is called. */
export interface ChartPlotProps extends Omit<PlotPictureProps, 'behind' | 'before'> {
  readonly height: number;
  /** The accessible name. */
  readonly title: string;
  readonly description: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly answers: PlotAnswers;
  /** What stands there besides the series. */
  readonly marks: ChartMarks;
}

/** The picture of a chart, and what answers to pointer and keyboard over it. */
export function ChartPlot(props: ChartPlotProps): ReactElement {
  const { model, width, height, title, description, svg, marks } = props;
  const chart = useRef<HTMLDivElement>(null);
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
        <PlotPicture
          model={model}
          width={width}
          room={props.room}
          thresholdStyle={props.thresholdStyle}
          behind={<MarksBehind model={model} marks={marks} />}
        />
      </svg>
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
