import { type ReactElement, useId, useState } from 'react';
import type { PlotModel } from './PlotModel.ts';
import { SeriesMarks } from './SeriesMarks.tsx';
import { SeriesPathCache } from './SeriesPathCache.ts';

/** The marks of a plot, for the inside of an SVG. */
export function SvgMarks({ model }: { readonly model: PlotModel }): ReactElement {
  const { rect } = model;
  // React 18 writes colons, which not every reader of SVG takes in an address.
  const clipId = useId().replaceAll(':', '');
  const [cache] = useState(() => new SeriesPathCache());
  return (
    <>
      <defs>
        <clipPath id={clipId}>
          {/* A stroke, or a dot, on the edge of the plot is drawn in full. */}
          <rect x={rect.left - 2} y={rect.top - 2} width={rect.width + 4} height={rect.height + 4} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${clipId})`}>
        <SeriesMarks series={model.series} paths={cache.draw(model)} idPrefix={clipId} />
      </g>
    </>
  );
}
