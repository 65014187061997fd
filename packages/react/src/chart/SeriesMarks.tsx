import { memo, type ReactElement } from 'react';
import type { PlotSeries } from './PlotSeries.ts';
import type { SeriesPaths } from './seriesPaths.ts';

interface SeriesMarkProps {
  readonly seriesKey: string;
  readonly color: string;
  readonly paths: SeriesPaths;
  readonly fillOpacity: number;
  readonly lineWidth: number;
  /** As an attribute has it. */
  readonly dash: string | undefined;
  /** The name of a gradient for the area; left out: it is filled evenly. */
  readonly gradientId: string | undefined;
}

// Compared by reference: a series whose paths are the ones of the render before is not looked at.
const SeriesMark = memo(function SeriesMark(props: SeriesMarkProps) {
  const { seriesKey, color, paths, fillOpacity, lineWidth, gradientId } = props;
  return (
    <g className="gp-series" data-series={seriesKey} strokeWidth={lineWidth}>
      {gradientId === undefined ? null : <Fade id={gradientId} color={color} opacity={fillOpacity} />}
      {fillOpacity > 0 && paths.area !== '' ? (
        <path
          className="gp-area"
          d={paths.area}
          stroke="none"
          {...(gradientId === undefined ? { fill: color, fillOpacity } : { fill: `url(#${gradientId})` })}
        />
      ) : null}
      {lineWidth === 0 || paths.line === '' ? null : (
        <path className="gp-line" d={paths.line} fill="none" stroke={color} strokeDasharray={props.dash} />
      )}
      {paths.dots === '' ? null : (
        <path className="gp-dots" d={paths.dots} fill="none" stroke={color} strokeWidth={dotSize(lineWidth)} />
      )}
    </g>
  );
});

function Fade({ id, color, opacity }: { readonly id: string; readonly color: string; readonly opacity: number }) {
  return (
    <linearGradient id={id} x1={0} y1={0} x2={0} y2={1}>
      <stop offset={0} stopColor={color} stopOpacity={opacity} />
      <stop offset={1} stopColor={color} stopOpacity={opacity * 0.05} />
    </linearGradient>
  );
}

/** How large dots are that stand on a line, or for it. */
export function dotSize(lineWidth: number): number {
  return Math.max(5, lineWidth * 2.5);
}

/** The marks of a chart, as a renderer of marks is given them. */
export interface SeriesMarksProps {
  readonly series: readonly PlotSeries[];
  readonly paths: readonly SeriesPaths[];
  /** What the names of gradients begin with; unique on the page. */
  readonly idPrefix: string;
}

/** Draws the marks of all series as SVG paths. */
export function SeriesMarks({ series, paths, idPrefix }: SeriesMarksProps): ReactElement {
  return (
    <g strokeLinejoin="round" strokeLinecap="round">
      {series.map(({ key, color, fillOpacity, lineWidth, dash, hasGradient }, index) => {
        const drawn = paths[index];
        return drawn === undefined ? null : (
          <SeriesMark
            key={key}
            seriesKey={key}
            color={color}
            paths={drawn}
            fillOpacity={fillOpacity}
            lineWidth={lineWidth}
            dash={dash?.join(' ')}
            gradientId={hasGradient && fillOpacity > 0 ? `${idPrefix}-fade-${index}` : undefined}
          />
        );
      })}
    </g>
  );
}
