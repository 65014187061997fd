import type { ReactElement } from 'react';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { PlotRect } from '../plotLayout.ts';
import type { AnnotationCluster, PlacedAnnotation } from './placeAnnotations.ts';

interface AnnotationShapesProps {
  readonly placed: readonly PlacedAnnotation[];
  readonly rect: PlotRect;
}

/** The time that lasting annotations took: stands behind the marks. */
export function AnnotationBands({ placed, rect }: AnnotationShapesProps): ReactElement {
  return (
    <g className="gp-annotation-bands" fill={tokenColor('accent')} fillOpacity={0.1}>
      {placed.map(({ annotation, x, endX }) =>
        endX > x ? (
          <rect key={annotation.id} x={tenths(x)} y={rect.top} width={tenths(endX - x)} height={rect.height} />
        ) : null,
      )}
    </g>
  );
}

/** A dashed line where an annotation begins and where it ends. */
export function AnnotationLines({ placed, rect }: AnnotationShapesProps): ReactElement {
  const bottom = rect.top + rect.height;
  const path = placed
    .flatMap(({ x, endX, hasStart, hasEnd }) => [...(hasStart ? [x] : []), ...(hasEnd ? [endX] : [])])
    .map((x) => `M${tenths(x)},${rect.top}V${tenths(bottom)}`)
    .join('');
  return path === '' ? (
    <g />
  ) : (
    <path className="gp-annotation-line" d={path} fill="none" stroke={tokenColor('accent')} strokeDasharray="3 3" />
  );
}

/** A triangle at the top of the plot for each marker. */
export function AnnotationMarkers(props: {
  readonly clusters: readonly AnnotationCluster[];
  readonly rect: PlotRect;
}): ReactElement {
  const { clusters, rect } = props;
  const y = Math.max(0.5, rect.top - 7);
  return (
    <g className="gp-annotation-markers" fill={tokenColor('accent')}>
      {clusters.map(({ key, x }) => (
        <path key={key} d={`M${tenths(x - 5)},${y}h10l-5,8z`} />
      ))}
    </g>
  );
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
