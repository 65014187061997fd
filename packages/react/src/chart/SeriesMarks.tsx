import { memo, type ReactElement } from 'react';
import type { ChartSeries } from './ChartSeries.ts';
import type { SeriesPaths } from './seriesPaths.ts';

interface SeriesMarkProps {
  readonly seriesKey: string;
  readonly color: string;
  readonly paths: SeriesPaths;
  readonly fillOpacity: number;
}

// Compared by reference: a series whose paths are the ones of the render before is not looked at.
const SeriesMark = memo(function SeriesMark({ seriesKey, color, paths, fillOpacity }: SeriesMarkProps) {
  return (
    <g className="gp-series" data-series={seriesKey}>
      {fillOpacity > 0 && paths.area !== '' ? (
        <path className="gp-area" d={paths.area} fill={color} fillOpacity={fillOpacity} />
      ) : null}
      {paths.line === '' ? null : <path className="gp-line" d={paths.line} fill="none" stroke={color} />}
      {paths.dots === '' ? null : (
        <path className="gp-dots" d={paths.dots} fill="none" stroke={color} strokeWidth={5} strokeLinecap="round" />
      )}
    </g>
  );
});

/** The marks of a chart, as a renderer of marks is given them. */
export interface SeriesMarksProps {
  readonly series: readonly ChartSeries[];
  readonly paths: readonly SeriesPaths[];
  readonly fillOpacity: number;
}

/** Draws the marks of all series as SVG paths. */
export function SeriesMarks({ series, paths, fillOpacity }: SeriesMarksProps): ReactElement {
  return (
    <g strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round">
      {series.map(({ key, color }, index) => {
        const drawn = paths[index];
        return drawn === undefined ? null : (
          <SeriesMark key={key} seriesKey={key} color={color} paths={drawn} fillOpacity={fillOpacity} />
        );
      })}
    </g>
  );
}
