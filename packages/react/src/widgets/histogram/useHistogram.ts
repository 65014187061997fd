import { useMemo } from 'react';
import { noteHeight } from '../../chart/categories/MarkFigure.tsx';
import type { LegendItem } from '../../chart/LegendItem.ts';
import { type LegendLayout, legendLayout } from '../../chart/legendLayout.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { HistogramOptions } from './HistogramOptions.ts';
import { histogramModel } from './histogramModel.ts';
import { type HistogramPlot, histogramPlot } from './histogramPlot.ts';

/** A histogram, laid out with what stands around it. */
export interface HistogramDrawing {
  readonly plot: HistogramPlot;
  readonly items: readonly LegendItem[];
  readonly legend: LegendLayout;
  readonly note: string | undefined;
  readonly width: number;
  readonly height: number;
}

const NONE: ReadonlySet<string> = new Set();

/** Returns the histogram of frames without the groups that are switched off. */
export function useHistogram(
  props: FrameViewProps,
  options: HistogramOptions,
  hiddenKeys: ReadonlySet<string> = NONE,
): HistogramDrawing {
  const { frames, legends, refIds, field, overrides, timeRange } = props;
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  const formatters = useFormatters(props.locale, props.timeZone);
  const whole = useMemo(
    () => histogramModel({ frames, legends, refIds, field, overrides }, timeRange, options),
    [frames, legends, refIds, field, overrides, timeRange, options],
  );
  return useMemo(() => {
    const items = whole.groups.map(({ key, name, color }) => ({ key, name, color, value: '' }));
    const shown = items.length > 1 ? items : [];
    const legend = legendLayout({ placement: options.legend ?? 'auto', items: shown, width, height });
    const note = whole.leftOut.length === 0 ? undefined : `Left out: ${whole.leftOut.join(', ')}`;
    const below = (legend.placement === 'below' ? legend.size : 0) + noteHeight(note, height);
    const model = { ...whole, groups: whole.groups.filter(({ key }) => !hiddenKeys.has(key)) };
    const plot = histogramPlot({
      ...formatters,
      model,
      field,
      options,
      width: width - (legend.placement === 'right' ? legend.size : 0),
      height: Math.max(1, height - below),
    });
    return { plot, items, legend, note, width, height };
  }, [whole, formatters, field, options, width, height, hiddenKeys]);
}
