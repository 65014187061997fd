import type { ReactElement } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { StateRowsFigure } from '../states/StateRowsFigure.tsx';
import type { StateTimelineOptions } from './StateTimelineOptions.ts';
import { useStateTimeline } from './useStateTimeline.ts';

/**
 * Props of {@link StateTimelineView}.
 *
 * @public
 */
export interface StateTimelineViewProps extends FrameViewProps {
  readonly options?: StateTimelineOptions | undefined;
}

const DEFAULTS: StateTimelineOptions = {};

/**
 * Shows the states of series over time, a row each, and how long they lasted, for hosts that have data of their own.
 *
 * @public
 */
export function StateTimelineView(props: StateTimelineViewProps): ReactElement {
  const plot = useStateTimeline(props, props.options ?? DEFAULTS);
  return <StateRowsFigure plot={plot} title={props.title} onPointClick={props.onPointClick} />;
}
