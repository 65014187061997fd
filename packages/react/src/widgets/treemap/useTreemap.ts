import { useMemo } from 'react';
import { noteHeight } from '../../chart/categories/MarkFigure.tsx';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TreemapOptions } from './TreemapOptions.ts';
import { type TreemapLayout, treemapLayout } from './treemapLayout.ts';
import { type TreemapModel, treemapModel } from './treemapModel.ts';

/** A treemap, laid out. */
export interface TreemapDrawing {
  readonly model: TreemapModel;
  readonly layout: TreemapLayout;
  readonly width: number;
  readonly height: number;
  readonly plotHeight: number;
}

/** Returns all that a treemap of that size draws. */
export function useTreemap(props: FrameViewProps, options: TreemapOptions): TreemapDrawing {
  const { frames, legends, refIds, field, overrides, timeRange } = props;
  const formatters = useFormatters(props.locale, props.timeZone);
  const model = useMemo(
    () => treemapModel({ data: { frames, legends, refIds, field, overrides }, options, timeRange, ...formatters }),
    [frames, legends, refIds, field, overrides, options, timeRange, formatters],
  );
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  return useMemo(() => {
    const plotHeight = Math.max(1, height - noteHeight(model.note, height));
    const layout = treemapLayout(model.leaves, { x: 0, y: 0, width, height: plotHeight });
    return { model, layout, width, height, plotHeight };
  }, [model, width, height]);
}
