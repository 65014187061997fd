import { useMemo } from 'react';
import type { Formatters } from '../../chart/createFormatters.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { CostOptions } from './CostOptions.ts';
import { type CostLayout, costLayout } from './costLayout.ts';
import { type CostModel, costModel } from './costModel.ts';
import { type CostTexts, costTexts } from './costTexts.ts';

/** A cost widget, laid out. */
export interface CostDrawing extends Formatters {
  readonly model: CostModel;
  readonly texts: CostTexts;
  readonly layout: CostLayout;
}

/** Returns all that a cost widget of that size draws. */
export function useCost(props: FrameViewProps, options: CostOptions): CostDrawing {
  const { frames, legends, refIds, field, overrides, timeRange, timeZone } = props;
  const formatters = useFormatters(props.locale, timeZone);
  const nowMs = timeRange.endMs;
  const model = useMemo(
    () => costModel({ data: { frames, legends, refIds, field, overrides }, options, nowMs, timeZone, ...formatters }),
    [frames, legends, refIds, field, overrides, options, nowMs, timeZone, formatters],
  );
  const texts = useMemo(() => costTexts(model, formatters, field), [model, formatters, field]);
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  const layout = useMemo(
    () => costLayout({ model, texts, options, field, width, height, values: formatters.values }),
    [model, texts, options, field, width, height, formatters],
  );
  return { model, texts, layout, ...formatters };
}
