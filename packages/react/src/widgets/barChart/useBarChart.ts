import { useMemo } from 'react';
import { noteHeight } from '../../chart/categories/MarkFigure.tsx';
import type { LegendItem } from '../../chart/LegendItem.ts';
import { type LegendLayout, legendLayout } from '../../chart/legendLayout.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { type BarChartModel, barChartModel } from './barChartModel.ts';
import { barChartNote } from './barChartWords.ts';
import { type PlacedBars, placeBars } from './placeBars.ts';

/** A bar chart, laid out. */
export interface BarChartDrawing {
  readonly model: BarChartModel;
  readonly placed: PlacedBars;
  readonly items: readonly LegendItem[];
  readonly legend: LegendLayout;
  readonly width: number;
  readonly height: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly note: string | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Returns all that a bar chart of that size draws. */
export function useBarChart(
  props: FrameViewProps,
  options: BarChartOptions,
  hiddenKeys: ReadonlySet<string> = NONE,
): BarChartDrawing {
  const { frames, legends, refIds, field, overrides, timeRange } = props;
  const { values, times } = useFormatters(props.locale, props.timeZone);
  const data = useMemo(
    () => ({ frames, legends, refIds, field, overrides }),
    [frames, legends, refIds, field, overrides],
  );
  const whole = useMemo(
    () => barChartModel({ data, options, timeRange, values, times }),
    [data, options, timeRange, values, times],
  );
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  return useMemo(() => {
    const items = whole.groups.map(({ key, name, color }) => ({ key, name, color, value: '' }));
    const shownItems = items.length > 1 ? items : [];
    const legend = legendLayout({ placement: options.legend ?? 'auto', items: shownItems, width, height });
    const plotWidth = width - (legend.placement === 'right' ? legend.size : 0);
    const model =
      hiddenKeys.size === 0 ? whole : barChartModel({ data, options, timeRange, values, times, hiddenKeys });
    const base = height - (legend.placement === 'below' ? legend.size : 0);
    const place = { model, options, field, width: plotWidth, values };
    const loose = placeBars({ ...place, height: Math.max(1, base) });
    const room = noteHeight(barChartNote(model, loose), height);
    const plotHeight = Math.max(1, base - room);
    const placed = room === 0 ? loose : placeBars({ ...place, height: plotHeight });
    const note = barChartNote(model, placed);
    return { model, placed, items, legend, width, height, plotWidth, plotHeight, note };
  }, [whole, data, options, timeRange, values, times, field, width, height, hiddenKeys]);
}
