import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** Props of {@link Message}. */
export interface MessageProps {
  readonly icon: IconName;
  /** An `error` is announced by screen readers once, when it appears, and not at each try. */
  readonly tone: 'neutral' | 'good' | 'error';
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: { readonly label: string; onPress(): void } | undefined;
}

/** What stands in the place of content: why there is none, and what to do. Its parent gives it room and colour. */
export function Message({ icon, tone, title, detail, action }: MessageProps): ReactElement {
  return (
    <>
      <Icon name={icon} />
      <div className="gp-message-text" role={tone === 'error' ? 'alert' : undefined}>
        <p className="gp-message-title">{title}</p>
        {detail !== undefined && <div className="gp-message-detail">{detail}</div>}
      </div>
      {action !== undefined && (
        <button type="button" className="gp-button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </>
  );
}
