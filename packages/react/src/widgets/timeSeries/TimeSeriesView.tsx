import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, useMemo } from 'react';
import { toChartSeries } from '../../chart/toChartSeries.ts';
import { XYChart } from '../../chart/XYChart.tsx';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { timeSeriesAxis, timeSeriesMarks } from './timeSeriesPlot.ts';
import { timeSeriesSettings } from './timeSeriesSettings.ts';

/**
 * Props of {@link TimeSeriesView}.
 *
 * @public
 */
export interface TimeSeriesViewProps extends FrameViewProps {
  readonly options?: TimeSeriesOptions | undefined;
  /** A new time range was chosen by dragging over the chart. */
  readonly onTimeRangeSelect?: ((range: AbsoluteTimeRange) => void) | undefined;
}

/**
 * Shows frames as lines over time, for hosts that have data of their own. It draws at the size it is given, on a server
 * as well.
 *
 * @public
 */
export function TimeSeriesView(props: TimeSeriesViewProps): ReactElement {
  const { frames, legends, refIds, field, overrides, options = {} } = props;
  const limit = timeSeriesSettings(options, 0).maxSeries;
  const { series, omittedCount } = useMemo(
    () => toChartSeries({ frames, legends, refIds, field, overrides, limit }),
    [frames, legends, refIds, field, overrides, limit],
  );
  const { interpolation, fillOpacity, includeZero, legend, thresholdStyle, maxSeries } = timeSeriesSettings(
    options,
    series.length,
  );
  const settings = useMemo(
    () => ({ interpolation, fillOpacity, includeZero, legend, thresholdStyle, maxSeries }),
    [interpolation, fillOpacity, includeZero, legend, thresholdStyle, maxSeries],
  );
  const marks = useMemo(() => timeSeriesMarks(series, settings), [series, settings]);
  const left = useMemo(() => timeSeriesAxis(field, settings), [field, settings]);
  return (
    <XYChart
      series={marks}
      omittedCount={omittedCount}
      timeRange={props.timeRange}
      width={props.width}
      height={props.height}
      title={props.title}
      left={left}
      legend={legend}
      thresholdStyle={thresholdStyle}
      locale={props.locale}
      timeZone={props.timeZone}
      onTimeRangeSelect={props.onTimeRangeSelect}
    />
  );
}
