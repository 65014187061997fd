import type { ReactElement, ReactNode } from 'react';
import { Popover } from '../controls/Popover.tsx';
import { useTip } from '../controls/useTip.ts';
import { Icon, type IconName } from '../provider/Icon.tsx';

/** Props of {@link InfoTip}. */
export interface InfoTipProps {
  readonly icon: IconName;
  readonly tone?: 'neutral' | 'warning' | undefined;
  /** What the button is called: `About CPU`. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A small button that shows a text: while a mouse is over it, or until it is pressed again or left by keyboard. */
export function InfoTip({ icon, tone = 'neutral', label, children }: InfoTipProps): ReactElement {
  const tip = useTip();
  return (
    <span className="gp-info-tip" data-tone={tone} {...tip.hoverProps}>
      <button ref={tip.anchorRef} type="button" className="gp-icon-button" aria-label={label} {...tip.buttonProps}>
        <Icon name={icon} />
      </button>
      {tip.isOpen && (
        <Popover {...tip.popoverProps} label={label} className="gp-tip">
          {children}
        </Popover>
      )}
    </span>
  );
}
