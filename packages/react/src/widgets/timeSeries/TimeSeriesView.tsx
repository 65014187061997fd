import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, useMemo } from 'react';
import { toChartSeries } from '../../chart/toChartSeries.ts';
import { XYChart } from '../../chart/XYChart.tsx';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

const MAX_SERIES = 500;

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
  const { frames, legends, options = {} } = props;
  const limit = options.maxSeries ?? MAX_SERIES;
  const { series, omittedCount } = useMemo(() => toChartSeries(frames, legends, limit), [frames, legends, limit]);
  return (
    <XYChart
      series={series}
      omittedCount={omittedCount}
      timeRange={props.timeRange}
      width={props.width}
      height={props.height}
      title={props.title}
      field={props.field}
      interpolation={options.interpolation ?? 'linear'}
      fillOpacity={options.fillOpacity ?? (series.length === 1 && options.thresholds !== 'band' ? 0.12 : 0)}
      includeZero={options.includeZero ?? true}
      legend={options.legend ?? 'auto'}
      thresholdStyle={options.thresholds ?? 'line'}
      locale={props.locale}
      timeZone={props.timeZone}
      onTimeRangeSelect={props.onTimeRangeSelect}
    />
  );
}
