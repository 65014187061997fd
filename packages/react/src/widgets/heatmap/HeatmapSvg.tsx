import type { ReactElement } from 'react';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { HeatmapPicture } from './HeatmapPicture.tsx';
import { useHeatmapPlot } from './useHeatmapPlot.ts';

/** Counts by time and value, as a picture. */
export function HeatmapSvg(props: WidgetSvgProps<HeatmapOptions>): ReactElement {
  const plot = useHeatmapPlot({ ...useFrameViewProps(props), options: props.options });
  return <HeatmapPicture plot={plot} hasCells />;
}
