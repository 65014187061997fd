import type { Annotation } from '@glasspane/core';
import type { PlotModel } from '../PlotModel.ts';

/** Where an annotation stands in a plot, in pixels of the chart. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** Where it begins, or the edge of the plot where that is earlier. */
  readonly x: number;
  /** Where it ends; the same for a moment. */
  readonly endX: number;
  /** Whether its begin, and its end, lie within the time range. */
  readonly hasStart: boolean;
  readonly hasEnd: boolean;
}

/** Annotations whose markers would stand upon each other, as one marker. */
export interface AnnotationCluster {
  readonly key: string;
  readonly x: number;
  readonly annotations: readonly Annotation[];
}

/** So near to each other two markers cannot be told apart by a finger. */
const NEAR = 24;
/** More lines than this say nothing on any chart. */
const MAX_PLACED = 400;

/** Returns where the annotations stand that touch the time range of a plot, from left to right. */
export function placeAnnotations(
  annotations: readonly Annotation[],
  { range, scales }: Pick<PlotModel, 'range' | 'scales'>,
): readonly PlacedAnnotation[] {
  return annotations
    .filter(({ timeMs, endMs = timeMs }) => timeMs <= range.endMs && endMs >= range.startMs)
    .slice(0, MAX_PLACED)
    .map((annotation) => {
      const { timeMs, endMs = timeMs } = annotation;
      const end = Math.max(timeMs, endMs);
      return {
        annotation,
        x: scales.x(Math.max(range.startMs, timeMs)),
        endX: scales.x(Math.min(range.endMs, end)),
        hasStart: timeMs >= range.startMs,
        hasEnd: end > timeMs && end <= range.endMs,
      };
    })
    .sort((a, b) => a.x - b.x);
}

/** Returns the markers of placed annotations: those that begin near to each other share one. */
export function clusterAnnotations(placed: readonly PlacedAnnotation[]): readonly AnnotationCluster[] {
  const clusters: { key: string; x: number; annotations: Annotation[] }[] = [];
  for (const { annotation, x } of placed) {
    const last = clusters.at(-1);
    if (last !== undefined && x - last.x < NEAR) last.annotations.push(annotation);
    else clusters.push({ key: annotation.id, x, annotations: [annotation] });
  }
  return clusters;
}
