import { type FocusEvent, type PointerEvent, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { Popover } from '../../controls/Popover.tsx';

/** Props of {@link MarkerTip}. */
export interface MarkerTipProps {
  /** All that the tip says, in one line. */
  readonly label: string;
  /** The middle of the marker, in pixels of the chart. */
  readonly x: number;
  readonly y: number;
  readonly isTabStop: boolean;
  readonly buttonRef: (element: HTMLButtonElement | null) => void;
  readonly className: string;
  onFocus(): void;
  readonly children: ReactNode;
}

/** A marker on a chart that shows a text: while a mouse is over it or it has the focus, or until it is pressed again. */
export function MarkerTip(props: MarkerTipProps): ReactElement {
  const { label, x, y, buttonRef } = props;
  const id = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [isPinned, setIsPinned] = useState(false);
  const isOpen = isHovered || isFocused || isPinned;
  const close = (): void => {
    setIsHovered(false);
    setIsFocused(false);
    setIsPinned(false);
  };
  const onHover = (event: PointerEvent, isOver: boolean): void => {
    if (event.pointerType === 'mouse') setIsHovered(isOver);
  };
  const onFocus = (event: FocusEvent<HTMLButtonElement>): void => {
    props.onFocus();
    setIsFocused(event.target.matches(':focus-visible'));
  };
  return (
    <li
      className="gp-marker"
      style={{ left: x, top: y }}
      onPointerEnter={(event) => onHover(event, true)}
      onPointerLeave={(event) => onHover(event, false)}
    >
      <button
        ref={(element) => {
          anchorRef.current = element;
          buttonRef(element);
        }}
        type="button"
        className={props.className}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onFocus={onFocus}
        onBlur={() => setIsFocused(false)}
        onClick={() => (isPinned ? close() : setIsPinned(true))}
      />
      {isOpen && (
        <Popover
          id={id}
          anchorRef={anchorRef}
          role="note"
          label={label}
          align="start"
          className="gp-tip gp-marker-tip"
          onClose={close}
        >
          {props.children}
        </Popover>
      )}
    </li>
  );
}
