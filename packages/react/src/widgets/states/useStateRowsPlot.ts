import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { type StateRowsPlot, type StateRowsPlotOptions, stateRowsPlot } from './stateRowsPlot.ts';
import type { UseStateSeriesResult } from './useStateSeries.ts';

/** Returns rows of states, laid out: one after the other, with room for their names. */
export function useStateRowsPlot(
  { timeRange: range, field, locale }: FrameViewProps,
  { omittedCount, formatters, width, height }: UseStateSeriesResult,
  rows: StateRowsPlotOptions['rows'],
  {
    hasText = true,
    hasLegend = true,
  }: { readonly hasText?: boolean | undefined; readonly hasLegend?: boolean | undefined },
): StateRowsPlot {
  const noValue = field?.noValue;
  return useMemo(() => {
    const place = { range, width, height, locale, gap: 1 };
    return stateRowsPlot({ ...formatters, ...place, rows, omittedCount, hasText, hasLegend, noValue });
  }, [formatters, rows, omittedCount, range, width, height, locale, hasText, hasLegend, noValue]);
}
