import type { ReactElement } from 'react';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import { StateRowsPicture } from '../states/StateRowsPicture.tsx';
import { useFrameViewProps } from '../useFrameViewProps.ts';
import type { StatusHistoryOptions } from './StatusHistoryOptions.ts';
import { useStatusHistory } from './useStatusHistory.ts';

/** The state at each step, as a picture. */
export function StatusHistorySvg(props: WidgetSvgProps<StatusHistoryOptions>): ReactElement {
  return <StateRowsPicture plot={useStatusHistory(useFrameViewProps(props), props.options)} />;
}
