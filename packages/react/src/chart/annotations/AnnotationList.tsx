import type { Annotation, TimeFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { PlotRect } from '../plotLayout.ts';
import { MarkerTip } from './MarkerTip.tsx';
import type { AnnotationCluster } from './placeAnnotations.ts';
import { useRovingFocus } from './useRovingFocus.ts';

const MAX_TOLD = 12;

interface AnnotationListProps {
  readonly clusters: readonly AnnotationCluster[];
  readonly rect: PlotRect;
  readonly times: TimeFormatter;
}

/** What the markers of annotations say, on hover, on focus and to screen readers. */
export function AnnotationList({ clusters, rect, times }: AnnotationListProps): ReactElement {
  const roving = useRovingFocus(clusters.length);
  return (
    <ul className="gp-markers" aria-label="Annotations" onKeyDown={roving.onKeyDown}>
      {clusters.map(({ key, x, annotations }, index) => (
        <MarkerTip
          key={key}
          label={annotations
            .map((one) => sentence(one, times))
            .slice(0, MAX_TOLD)
            .join('; ')}
          x={x}
          y={Math.max(4, rect.top - 3)}
          className="gp-annotation-button"
          isTabStop={roving.isTabStop(index)}
          buttonRef={roving.refOf(index)}
          onFocus={() => roving.onFocus(index)}
        >
          <ul className="gp-tip-list">
            {annotations.slice(0, MAX_TOLD).map((annotation) => (
              <li key={annotation.id}>
                <div className="gp-marker-time">{when(annotation, times)}</div>
                <div>{annotation.text}</div>
                {annotation.tags === undefined || annotation.tags.length === 0 ? null : (
                  <div className="gp-marker-tags">{annotation.tags.join(', ')}</div>
                )}
              </li>
            ))}
            {annotations.length > MAX_TOLD ? <li>and {annotations.length - MAX_TOLD} more</li> : null}
          </ul>
        </MarkerTip>
      ))}
    </ul>
  );
}

/** Returns when it was, for people. */
function when({ timeMs, endMs }: Annotation, times: TimeFormatter): string {
  return endMs === undefined || endMs <= timeMs
    ? times.format(timeMs)
    : `${times.format(timeMs)} to ${times.format(endMs)}`;
}

function sentence(annotation: Annotation, times: TimeFormatter): string {
  const { text, tags = [] } = annotation;
  return [text, ...(tags.length === 0 ? [] : [tags.join(', ')]), when(annotation, times)].join(', ');
}
