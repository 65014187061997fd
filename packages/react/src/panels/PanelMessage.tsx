import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../provider/Icon.tsx';

/** Props of {@link PanelMessage}. */
export interface PanelMessageProps {
  readonly icon: IconName;
  /** An `error` is announced by screen readers once, when it appears, and not at each try. */
  readonly tone: 'neutral' | 'good' | 'error';
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: { readonly label: string; onPress(): void } | undefined;
}

/** What stands in a panel instead of its content: why there is none, and what to do. */
export function PanelMessage({ icon, tone, title, detail, action }: PanelMessageProps): ReactElement {
  return (
    <div className="gp-panel-message" data-tone={tone}>
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
    </div>
  );
}
