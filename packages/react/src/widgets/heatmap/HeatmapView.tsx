import { type ReactElement, useMemo } from 'react';
import { useIsServerRendered } from '../../provider/useIsServerRendered.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { HiddenTable } from '../HiddenTable.tsx';
import { describeHeatmap } from './describeHeatmap.ts';
import { HeatmapCanvas } from './HeatmapCanvas.tsx';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { HeatmapPicture } from './HeatmapPicture.tsx';
import { useHeatmapPlot } from './useHeatmapPlot.ts';

/**
 * Props of {@link HeatmapView}.
 *
 * @public
 */
export interface HeatmapViewProps extends FrameViewProps {
  readonly options?: HeatmapOptions | undefined;
}

/** From so many cells on they are pixels instead of paths. */
const CANVAS_FROM = 2000;

/**
 * Shows how often values occur over time, as colours, for hosts that have data of their own: the buckets of a Prometheus
 * histogram, or values that are counted here.
 *
 * @public
 */
export function HeatmapView(props: HeatmapViewProps): ReactElement {
  const { title } = props;
  const plot = useHeatmapPlot(props);
  const { width, height } = plot;
  const count = useMemo(() => plot.cells.reduce((sum, { length }) => sum + length / 4, 0), [plot.cells]);
  const isCanvas = !useIsServerRendered() && count >= CANVAS_FROM;
  const { sentence, rows } = useMemo(() => describeHeatmap(plot), [plot]);
  return (
    <figure className="gp-chart" style={{ width, height }} aria-label={title}>
      {isCanvas ? <HeatmapCanvas plot={plot} /> : null}
      <svg
        className="gp-chart-svg"
        xmlns="http://www.w3.org/2000/svg"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}: ${sentence}`}
      >
        <HeatmapPicture plot={plot} hasCells={!isCanvas} />
      </svg>
      <HiddenTable caption={title} columns={['Bucket', 'Mean count', 'Largest count']} rows={rows} />
    </figure>
  );
}
