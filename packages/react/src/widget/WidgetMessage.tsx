import type { ReactElement } from 'react';
import { Message, type MessageProps } from '../provider/Message.tsx';

/** What stands in a widget instead of its view. */
export function WidgetMessage(props: MessageProps): ReactElement {
  return (
    <div className="gp-message" data-tone={props.tone}>
      <div className="gp-message-content">
        <Message {...props} />
      </div>
    </div>
  );
}
