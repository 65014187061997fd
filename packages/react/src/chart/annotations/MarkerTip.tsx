import { type FocusEvent, type ReactElement, type ReactNode, useState } from 'react';
import { Popover } from '../../controls/Popover.tsx';
import { useTip } from '../../controls/useTip.ts';

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
  const [isFocused, setIsFocused] = useState(false);
  const tip = useTip(isFocused, () => setIsFocused(false));
  const onFocus = (event: FocusEvent<HTMLButtonElement>): void => {
    props.onFocus();
    setIsFocused(event.target.matches(':focus-visible'));
  };
  return (
    <li className="gp-marker" style={{ left: x, top: y }} {...tip.hoverProps}>
      <button
        ref={(element) => {
          tip.anchorRef.current = element;
          buttonRef(element);
        }}
        type="button"
        className={props.className}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={label}
        {...tip.buttonProps}
        onFocus={onFocus}
        onBlur={() => setIsFocused(false)}
      />
      {tip.isOpen && (
        <Popover {...tip.popoverProps} label={label} className="gp-tip gp-marker-tip">
          {props.children}
        </Popover>
      )}
    </li>
  );
}
