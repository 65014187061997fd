import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { StateRowsPlot } from '../states/stateRowsPlot.ts';
import { useStateRowsPlot } from '../states/useStateRowsPlot.ts';
import { useStateSeries } from '../states/useStateSeries.ts';
import type { StateTimelineOptions } from './StateTimelineOptions.ts';
import { timelineRow } from './timelineRow.ts';

/** Returns the timeline of frames, laid out. */
export function useStateTimeline(props: FrameViewProps, options: StateTimelineOptions): StateRowsPlot {
  const { timeRange: range } = props;
  const states = useStateSeries(props);
  const { isMerged = true } = options;
  const rows = useMemo(
    () => states.series.map((one) => timelineRow(one, range, isMerged)),
    [states.series, range, isMerged],
  );
  return useStateRowsPlot(props, states, rows, options);
}
