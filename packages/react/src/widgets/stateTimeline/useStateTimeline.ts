import { useMemo } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { type StateRowsPlot, stateRowsPlot } from '../states/stateRowsPlot.ts';
import { useStateSeries } from '../states/useStateSeries.ts';
import type { StateTimelineOptions } from './StateTimelineOptions.ts';
import { timelineRow } from './timelineRow.ts';

/** Returns the timeline of frames, laid out. */
export function useStateTimeline(props: FrameViewProps, options: StateTimelineOptions): StateRowsPlot {
  const { timeRange: range, field, locale } = props;
  const { series, omittedCount, formatters, width, height } = useStateSeries(props);
  const { isMerged = true, hasText = true, hasLegend = true } = options;
  const rows = useMemo(() => series.map((one) => timelineRow(one, range, isMerged)), [series, range, isMerged]);
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
