import { type PointerEvent, type RefObject, useId, useRef, useState } from 'react';
import type { PopoverProps } from './Popover.tsx';

/** What shows and hides a tip. */
export interface Tip {
  readonly isOpen: boolean;
  readonly anchorRef: RefObject<HTMLButtonElement | null>;
  /** To be spread over what a mouse may rest on. */
  readonly hoverProps: {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
  };
  /** To be spread over the button. */
  readonly buttonProps: {
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: () => void;
  };
  /** To be spread over the popover. */
  readonly popoverProps: Pick<PopoverProps, 'id' | 'anchorRef' | 'role' | 'align' | 'onClose'>;
}

/**
 * Opens a tip while a mouse is over its button, or until it is pressed again or left by keyboard.
 *
 * @param isHeld - Whether something else keeps it open.
 */
export function useTip(isHeld = false, onClose?: () => void): Tip {
  const id = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isHovered, setIsHovered] = useState(false);
  const [isPinned, setIsPinned] = useState(false);
  const isOpen = isHovered || isPinned || isHeld;
  const close = (): void => {
    setIsHovered(false);
    setIsPinned(false);
    onClose?.();
  };
  const hover =
    (isOver: boolean) =>
    ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'mouse') setIsHovered(isOver);
    };
  return {
    isOpen,
    anchorRef,
    hoverProps: { onPointerEnter: hover(true), onPointerLeave: hover(false) },
    buttonProps: {
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      onClick: () => (isPinned ? close() : setIsPinned(true)),
    },
    popoverProps: { id, anchorRef, role: 'note', align: 'start', onClose: close },
  };
}
