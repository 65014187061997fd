import { useMemo } from 'react';
import { noteHeight } from '../../chart/categories/MarkFigure.tsx';
import type { LegendItem } from '../../chart/LegendItem.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { PieOptions } from './PieOptions.ts';
import { type PieLayout, pieLayout, sliceText } from './pieLayout.ts';
import { type PieModel, pieModel } from './pieModel.ts';

/** A pie, laid out. */
export interface PieDrawing {
  readonly model: PieModel;
  readonly layout: PieLayout;
  readonly items: readonly LegendItem[];
  readonly width: number;
  readonly height: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
}

/** Returns all that a pie of that size draws. */
export function usePie(props: FrameViewProps, options: PieOptions): PieDrawing {
  const { frames, legends, refIds, field, overrides, timeRange } = props;
  const formatters = useFormatters(props.locale, props.timeZone);
  const model = useMemo(
    () => pieModel({ data: { frames, legends, refIds, field, overrides }, options, timeRange, ...formatters }),
    [frames, legends, refIds, field, overrides, options, timeRange, formatters],
  );
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  return useMemo(() => {
    const room = Math.max(1, height - noteHeight(model.note, height));
    const layout = pieLayout({ slices: model.slices, options, width, height: room });
    const { placement, size } = layout.legend;
    const items = model.slices.map((slice) => ({ ...slice, value: sliceText(slice, options) }));
    return {
      model,
      layout,
      items,
      width,
      height,
      plotWidth: width - (placement === 'right' ? size : 0),
      plotHeight: Math.max(1, room - (placement === 'below' ? size : 0)),
    };
  }, [model, options, width, height]);
}
