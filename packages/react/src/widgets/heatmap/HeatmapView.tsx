import { type ReactElement, useMemo } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { useIsServerRendered } from '../../provider/useIsServerRendered.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { describeHeatmap } from './describeHeatmap.ts';
import { HeatmapCanvas } from './HeatmapCanvas.tsx';
import { HeatmapInteraction } from './HeatmapInteraction.tsx';
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
    <MarkFigure
      width={width}
      height={height}
      title={title}
      sentence={sentence}
      backdrop={isCanvas ? <HeatmapCanvas plot={plot} /> : null}
      picture={<HeatmapPicture plot={plot} hasCells={!isCanvas} />}
      pictureWidth={width}
      pictureHeight={height}
      interaction={
        <HeatmapInteraction plot={plot} title={title} onPointClick={props.onPointClick} locale={props.locale} />
      }
      table={<HiddenTable caption={title} head={['Bucket', 'Mean count', 'Largest count']} rows={rows} />}
    />
  );
}
