import type { ReactElement } from 'react';
import { Message, type MessageProps } from '../provider/Message.tsx';

/** What stands in a panel instead of its content. */
export function PanelMessage(props: MessageProps): ReactElement {
  return (
    <div className="gp-panel-message" data-tone={props.tone}>
      <Message {...props} />
    </div>
  );
}
