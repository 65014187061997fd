import { useMemo } from 'react';
import type { WidgetViewProps } from '../widget/defineWidget.ts';
import type { FrameViewProps } from './FrameViewProps.ts';

/** Returns what a view of frames is given, out of what a widget's view is given. */
export function useFrameViewProps(
  props: Omit<WidgetViewProps<unknown>, 'onTimeRangeSelect' | 'onZoomBack'>,
): FrameViewProps {
  const { widget, results, timeRange, width, height, locale, timeZone } = props;
  const data = useMemo(
    () => ({
      frames: results.map(({ frame }) => frame),
      legends: results.map(({ query }) => query.legend),
      refIds: results.map(({ query }) => query.refId),
    }),
    [results],
  );
  return {
    ...data,
    title: widget.title,
    field: widget.field,
    overrides: widget.overrides,
    timeRange,
    width,
    height,
    locale,
    timeZone,
    onPointClick: props.onPointClick,
  };
}
