import { memo, type ReactElement } from 'react';
import type { PlotSeries } from './PlotSeries.ts';
import type { SeriesPaths } from './seriesPaths.ts';

interface SeriesMarkProps {
  readonly seriesKey: string;
  readonly color: string;
  readonly paths: SeriesPaths;
  readonly fillOpacity: number;
  readonly lineWidth: number;
}

// Compared by reference: a series whose paths are the ones of the render before is not looked at.
const SeriesMark = memo(function SeriesMark(props: SeriesMarkProps) {
  const { seriesKey, color, paths, fillOpacity } = props;
  return (
    <g className="gp-series" strokeWidth={props.lineWidth} data-series={seriesKey}>
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
  readonly series: readonly PlotSeries[];
  readonly paths: readonly SeriesPaths[];
}

/** Draws the marks of all series as SVG paths. */
export function SeriesMarks({ series, paths }: SeriesMarksProps): ReactElement {
  return (
    <g strokeLinejoin="round" strokeLinecap="round">
      {series.map(({ key, color, fillOpacity, lineWidth }, index) => {
        const drawn = paths[index];
        return drawn === undefined ? null : (
          <SeriesMark
            key={key}
            seriesKey={key}
            color={color}
            paths={drawn}
            fillOpacity={fillOpacity}
            lineWidth={lineWidth}
          />
        );
      })}
    </g>
  );
}
