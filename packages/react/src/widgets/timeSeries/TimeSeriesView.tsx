import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, useMemo } from 'react';
import { XYChart } from '../../chart/XYChart.tsx';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { comparedSeries } from './compare.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { timeSeriesPlan, timeSeriesSettings } from './timeSeriesSettings.ts';
import { useStableOptions } from './useStableOptions.ts';

/**
 * Props of {@link TimeSeriesView}.
 *
 * @public
 */
export interface TimeSeriesViewProps extends FrameViewProps {
  readonly options?: TimeSeriesOptions | undefined;
  /** A new time range was chosen by dragging over the chart. */
  readonly onTimeRangeSelect?: ((range: AbsoluteTimeRange) => void) | undefined;
  /** The time range before is wanted again: by a double click, or with Backspace. */
  readonly onZoomBack?: (() => void) | undefined;
}

/**
 * Shows frames as lines over time, for hosts that have data of their own. It draws at the size it is given, on a server
 * as well.
 *
 * @public
 */
export function TimeSeriesView(props: TimeSeriesViewProps): ReactElement {
  const { frames, legends, refIds, field, overrides } = props;
  const options = useStableOptions(props.options ?? NO_OPTIONS);
  const { legend, thresholdStyle, maxSeries } = timeSeriesSettings(options);
  const { series, omittedCount } = useMemo(
    () => comparedSeries({ frames, legends, refIds, field, overrides, limit: maxSeries }, options.compare),
    [frames, legends, refIds, field, overrides, maxSeries, options.compare],
  );
  const plan = useMemo(() => timeSeriesPlan(series, field, options), [series, field, options]);
  return (
    <XYChart
      {...plan}
      omittedCount={omittedCount}
      timeRange={props.timeRange}
      width={props.width}
      height={props.height}
      title={props.title}
      legend={legend}
      thresholdStyle={thresholdStyle}
      locale={props.locale}
      timeZone={props.timeZone}
      tooltip={options.tooltip}
      onTimeRangeSelect={props.onTimeRangeSelect}
      onZoomBack={props.onZoomBack}
      onPointClick={props.onPointClick}
    />
  );
}

const NO_OPTIONS: TimeSeriesOptions = {};
