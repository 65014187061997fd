import type { AbsoluteTimeRange, Annotation } from '@glasspane/core';
import { type ReactElement, useContext, useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import { XYChart } from '../../chart/XYChart.tsx';
import { WidgetEnvironmentContext } from '../../widget/WidgetEnvironment.ts';
import type { QueryExemplars } from '../../widget/WidgetMarks.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { chartMarks } from './chartMarks.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';
import { timeSeriesPlan, timeSeriesSettings } from './timeSeriesSettings.ts';
import { useComparedSeries } from './useComparedSeries.ts';
import { useStableOptions } from './useStableOptions.ts';

/**
 * Props of {@link TimeSeriesView}.
 *
 * @public
 */
export interface TimeSeriesViewProps extends FrameViewProps {
  readonly options?: TimeSeriesOptions | undefined;
  /** What happened, to be seen beside the series, by the time it began. Keep the array while it holds the same. */
  readonly annotations?: readonly Annotation[] | undefined;
  /** Single observations that stand for a value, by query. Keep the array while it holds the same. */
  readonly exemplars?: readonly QueryExemplars[] | undefined;
  /** The present moment, in milliseconds since the epoch, to be marked; left out: it is not. */
  readonly nowMs?: number | undefined;
  /** What else is to be said below the chart. */
  readonly notes?: readonly string[] | undefined;
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
  const asked = { frames, legends, refIds, field, overrides, limit: maxSeries };
  const { series, omittedCount } = useComparedSeries(asked, options.compare);
  const plan = useMemo(() => timeSeriesPlan(series, field, options), [series, field, options]);
  const { values } = useFormatters(props.locale, props.timeZone);
  const variables = useContext(WidgetEnvironmentContext)?.variables;
  const { annotations, exemplars, nowMs, timeRange } = props;
  const marks = useMemo(
    () => chartMarks({ annotations, exemplars, nowMs, series: plan.series, timeRange, values, variables }),
    [annotations, exemplars, nowMs, plan.series, timeRange, values, variables],
  );
  return (
    <XYChart
      {...plan}
      notes={[...plan.notes, ...(props.notes ?? [])]}
      marks={marks}
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
