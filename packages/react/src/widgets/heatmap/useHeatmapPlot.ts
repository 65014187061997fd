import { useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { HeatmapOptions } from './HeatmapOptions.ts';
import { heatmapModel } from './heatmapModel.ts';
import { type HeatmapPlot, heatmapPlot } from './heatmapPlot.ts';

const NO_OPTIONS: HeatmapOptions = {};

/** Returns the heatmap of frames, counted and laid out. */
export function useHeatmapPlot(props: FrameViewProps & { readonly options?: HeatmapOptions | undefined }): HeatmapPlot {
  const { frames, timeRange: range, field, options = NO_OPTIONS } = props;
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  const formatters = useFormatters(props.locale, props.timeZone);
  const model = useMemo(() => heatmapModel(frames, range, options), [frames, range, options]);
  return useMemo(
    () => heatmapPlot({ ...formatters, model, range, width, height, field, options }),
    [formatters, model, range, width, height, field, options],
  );
}
