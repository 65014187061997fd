import type { Notice } from '@glasspane/core';
import type { ReactElement } from 'react';
import { InfoTip } from './InfoTip.tsx';

/** Shows what the backend says of the results, behind a button that tells how much there is. */
export function NoticesBadge({ notices }: { readonly notices: readonly Notice[] }): ReactElement | null {
  const messages = [...new Set(notices.map(({ message }) => message))];
  if (messages.length === 0) return null;
  const isWarning = notices.some(({ severity }) => severity === 'warning');
  const noun = isWarning ? 'warning' : 'note';
  return (
    <InfoTip
      icon={isWarning ? 'warning' : 'info'}
      tone={isWarning ? 'warning' : 'neutral'}
      label={messages.length === 1 ? `1 ${noun}` : `${messages.length} ${noun}s`}
    >
      <ul className="gp-tip-list">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </InfoTip>
  );
}
