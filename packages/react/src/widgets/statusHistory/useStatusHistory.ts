import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { type StateRowsPlot, stateRowsPlot } from '../states/stateRowsPlot.ts';
import { useStateSeries } from '../states/useStateSeries.ts';
import { historyRow } from './historyRow.ts';
import type { StatusHistoryOptions } from './StatusHistoryOptions.ts';

/** A cell is at least so wide, in pixels. */
const MIN_CELL = 5;

/** Returns the history of frames, laid out. */
export function useStatusHistory(props: FrameViewProps, options: StatusHistoryOptions): StateRowsPlot {
  const { timeRange: range, field, locale } = props;
  const { series, omittedCount, formatters, width, height } = useStateSeries(props);
  const { hasText = true, hasLegend = true } = options;
  // The names take at most a third of the width.
  const maxCells = Math.floor((width * (width >= 200 ? 0.68 : 1)) / MIN_CELL);
  const rows = useMemo(() => series.map((one) => historyRow(one, range, maxCells)), [series, range, maxCells]);
  const noValue = field?.noValue;
  return useMemo(
    () =>
      stateRowsPlot({
        ...formatters,
        rows,
        omittedCount,
        range,
        width,
        height,
        locale,
        hasText,
        hasLegend,
        gap: 1,
        noValue,
      }),
    [formatters, rows, omittedCount, range, width, height, locale, hasText, hasLegend, noValue],
  );
}
