import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { StateRowsPlot } from '../states/stateRowsPlot.ts';
import { useStateRowsPlot } from '../states/useStateRowsPlot.ts';
import { useStateSeries } from '../states/useStateSeries.ts';
import { historyRow } from './historyRow.ts';
import type { StatusHistoryOptions } from './StatusHistoryOptions.ts';

/** A cell is at least so wide, in pixels. */
const MIN_CELL = 5;

/** Returns the history of frames, laid out. */
export function useStatusHistory(props: FrameViewProps, options: StatusHistoryOptions): StateRowsPlot {
  const { timeRange: range } = props;
  const states = useStateSeries(props);
  const { series, width } = states;
  // The names take at most a third of the width.
  const maxCells = Math.floor((width * (width >= 200 ? 0.68 : 1)) / MIN_CELL);
  const rows = useMemo(() => series.map((one) => historyRow(one, range, maxCells)), [series, range, maxCells]);
  return useStateRowsPlot(props, states, rows, options);
}
