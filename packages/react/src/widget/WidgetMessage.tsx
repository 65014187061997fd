import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../provider/Icon.tsx';

/** Props of {@link WidgetMessage}. */
export interface WidgetMessageProps {
  readonly icon: IconName;
  /** An `error` is announced by screen readers once, when it appears, and not at each try. */
  readonly tone: 'neutral' | 'error';
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: { readonly label: string; onPress(): void } | undefined;
}

/** What stands in a widget instead of its view: why there is none, and what to do. */
export function WidgetMessage({ icon, tone, title, detail, action }: WidgetMessageProps): ReactElement {
  return (
    <div className="gp-message" data-tone={tone}>
      <div className="gp-message-content">
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
    </div>
  );
}
