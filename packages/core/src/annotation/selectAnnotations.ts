import type { AnnotationRequest } from '../backend/AnnotationSource.ts';
import type { Annotation } from './Annotation.ts';

/**
 * Returns the annotations that a request asks for, by the time they begin at: what an annotation source that has them all at
 * hand answers.
 *
 * @public
 */
export function selectAnnotations(
  annotations: readonly Annotation[],
  request: AnnotationRequest,
): readonly Annotation[] {
  return annotations.filter((one) => isWanted(one, request)).sort((a, b) => a.timeMs - b.timeMs);
}

function isWanted(annotation: Annotation, { startMs, endMs, dashboardId, tags = [] }: AnnotationRequest): boolean {
  const { timeMs, endMs: lastMs = timeMs } = annotation;
  const isHere =
    dashboardId === undefined || annotation.dashboardId === undefined || annotation.dashboardId === dashboardId;
  return timeMs <= endMs && lastMs >= startMs && isHere && tags.every((tag) => annotation.tags?.includes(tag) === true);
}
