import type { ReactElement } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { StateRowsFigure } from '../states/StateRowsFigure.tsx';
import type { StatusHistoryOptions } from './StatusHistoryOptions.ts';
import { useStatusHistory } from './useStatusHistory.ts';

/**
 * Props of {@link StatusHistoryView}.
 *
 * @public
 */
export interface StatusHistoryViewProps extends FrameViewProps {
  readonly options?: StatusHistoryOptions | undefined;
}

const DEFAULTS: StatusHistoryOptions = {};

/**
 * Shows the state of series at each step, a row of cells each, for hosts that have data of their own.
 *
 * @public
 */
export function StatusHistoryView(props: StatusHistoryViewProps): ReactElement {
  const plot = useStatusHistory(props, props.options ?? DEFAULTS);
  return <StateRowsFigure plot={plot} title={props.title} onPointClick={props.onPointClick} />;
}
