import { useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { TopListOptions } from './TopListOptions.ts';
import { type TopListLayout, topListLayout } from './topListLayout.ts';
import { type TopListModel, topListModel } from './topListModel.ts';

/** Returns the rows of a top list that have room, and where they stand. */
export function useTopList(
  props: FrameViewProps,
  options: TopListOptions,
): TopListModel & { readonly layout: TopListLayout } {
  const { frames, legends, refIds, field, overrides, timeRange, width, height } = props;
  const formatters = useFormatters(props.locale, props.timeZone);
  return useMemo(() => {
    const input = { data: { frames, legends, refIds, field, overrides }, options, timeRange, ...formatters };
    const layout = topListLayout(width, height, false);
    const model = topListModel({ ...input, maxRows: layout.maxRows });
    if (model.note === undefined) return { ...model, layout };
    const withNote = topListLayout(width, height, true);
    return { ...topListModel({ ...input, maxRows: withNote.maxRows }), layout: withNote };
  }, [frames, legends, refIds, field, overrides, options, timeRange, width, height, formatters]);
}
