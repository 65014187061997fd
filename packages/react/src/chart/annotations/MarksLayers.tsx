import { type ReactElement, useMemo } from 'react';
import type { PlotModel } from '../PlotModel.ts';
import { AnnotationList } from './AnnotationList.tsx';
import { AnnotationBands, AnnotationLines, AnnotationMarkers } from './AnnotationShapes.tsx';
import type { ChartMarks } from './ChartMarks.ts';
import { ExemplarList } from './ExemplarList.tsx';
import { ExemplarShapes } from './ExemplarShapes.tsx';
import { NowLine } from './NowLine.tsx';
import { clusterAnnotations, placeAnnotations } from './placeAnnotations.ts';
import { placeExemplars } from './placeExemplars.ts';

/** Props of the layers of a chart that hold what stands there besides its series. */
export interface MarksLayerProps {
  readonly model: PlotModel;
  readonly marks: ChartMarks;
}

/** What stands behind the series, for the inside of an SVG. */
export function MarksBehind({ model, marks }: MarksLayerProps): ReactElement {
  return <AnnotationBands placed={placeAnnotations(marks.annotations, model)} rect={model.rect} />;
}

/** What stands before the series, for the inside of an SVG. */
export function MarksBefore({ model, marks }: MarksLayerProps): ReactElement {
  const { rect } = model;
  const placed = placeAnnotations(marks.annotations, model);
  return (
    <>
      <AnnotationLines placed={placed} rect={rect} />
      {marks.nowMs === undefined ? null : <NowLine model={model} nowMs={marks.nowMs} />}
      <ExemplarShapes placed={placeExemplars(marks.exemplars, model)} />
      <AnnotationMarkers clusters={clusterAnnotations(placed)} rect={rect} />
    </>
  );
}

/** What stands before the series on the screen: the same picture, and what answers to pointer and keyboard. */
export function MarksOverlay(
  props: MarksLayerProps & { readonly width: number; readonly height: number },
): ReactElement | null {
  const { model, marks, width, height } = props;
  const clusters = useMemo(
    () => clusterAnnotations(placeAnnotations(marks.annotations, model)),
    [marks.annotations, model],
  );
  const exemplars = useMemo(() => placeExemplars(marks.exemplars, model), [marks.exemplars, model]);
  const isEmpty = clusters.length === 0 && exemplars.length === 0;
  if (isEmpty && marks.nowMs === undefined) return null;
  return (
    <>
      <svg className="gp-marks" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <MarksBefore model={model} marks={marks} />
      </svg>
      {clusters.length === 0 ? null : <AnnotationList clusters={clusters} rect={model.rect} times={model.times} />}
      {exemplars.length === 0 ? null : <ExemplarList placed={exemplars} times={model.times} />}
    </>
  );
}
