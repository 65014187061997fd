import type { ReactElement } from 'react';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { StateRowsPicture } from '../states/StateRowsPicture.tsx';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { StateTimelineOptions } from './StateTimelineOptions.ts';
import { useStateTimeline } from './useStateTimeline.ts';

/** States over time, as a picture. */
export function StateTimelineSvg(props: WidgetSvgProps<StateTimelineOptions>): ReactElement {
  return <StateRowsPicture plot={useStateTimeline(useFrameViewProps(props), props.options)} />;
}
