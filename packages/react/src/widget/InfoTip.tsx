import { type PointerEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { Popover } from '../controls/Popover.tsx';
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
  const id = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isHovered, setIsHovered] = useState(false);
  const [isPinned, setIsPinned] = useState(false);
  const isOpen = isHovered || isPinned;
  const close = (): void => {
    setIsHovered(false);
    setIsPinned(false);
  };
  const onHover = (event: PointerEvent, isOver: boolean): void => {
    if (event.pointerType === 'mouse') setIsHovered(isOver);
  };
  return (
    <span
      className="gp-info-tip"
      data-tone={tone}
      onPointerEnter={(event) => onHover(event, true)}
      onPointerLeave={(event) => onHover(event, false)}
    >
      <button
        ref={anchorRef}
        type="button"
        className="gp-icon-button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isPinned ? close() : setIsPinned(true))}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <Popover
          id={id}
          anchorRef={anchorRef}
          role="note"
          label={label}
          align="start"
          className="gp-tip"
          onClose={close}
        >
          {children}
        </Popover>
      )}
    </span>
  );
}
