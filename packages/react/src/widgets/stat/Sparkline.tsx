import { type AbsoluteTimeRange, decimateM4, pixelColumns } from '@glasspane/core';
import { memo, type ReactElement } from 'react';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { plotScales } from '../../chart/PlotScales.ts';
import { seriesPaths } from '../../chart/seriesPaths.ts';
import { valueDomain } from '../../chart/valueDomain.ts';

interface SparklineProps {
  readonly series: ChartSeries;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** The course of a series, without axes: its shape between its own smallest and largest value. */
export const Sparkline: (props: SparklineProps) => ReactElement = memo(function Sparkline(props: SparklineProps) {
  const { width, height } = props;
  return (
    <svg
      className="gp-sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <SparklineMarks {...props} />
    </svg>
  );
}) as (props: SparklineProps) => ReactElement;

/** The marks of a {@link Sparkline}, for the inside of an SVG. */
export function SparklineMarks(props: SparklineProps): ReactElement {
  const { series, range, width, height, color } = props;
  const { times, field } = series;
  const domain = valueDomain({ series: [{ times, values: field.values }], ...range, include: [] });
  const span = domain.max - domain.min;
  const scales = plotScales({ left: 0, top: 2, width, height: Math.max(1, height - 4) }, range, {
    min: domain.min - (span > 0 ? span * 0.1 : 1),
    max: domain.max + (span > 0 ? 0 : 1),
  });
  const columns = pixelColumns({ times, ...range, columnCount: width });
  const rows = decimateM4(field.values, columns);
  const paths = seriesPaths({ times, values: field.values, rows, scales, interpolation: 'linear', baseline: height });
  return (
    <>
      <path d={paths.area} fill={color} fillOpacity={0.14} />
      <path d={paths.line} fill="none" stroke={color} strokeWidth={1.5} strokeLinejoin="round" />
    </>
  );
}
