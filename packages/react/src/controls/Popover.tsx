import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { placePanel } from './placePanel.ts';

/** Props of {@link Popover}. */
export interface PopoverProps {
  readonly id: string;
  /** The control that the panel belongs to. */
  readonly anchorRef: RefObject<HTMLElement | null>;
  readonly role: 'dialog' | 'menu' | 'note';
  readonly label: string;
  /** Which edge of the anchor the panel keeps to, in reading direction. */
  readonly align: 'start' | 'end';
  readonly className?: string | undefined;
  /** What has the focus again after Escape; left out: the anchor. */
  readonly returnFocusRef?: RefObject<HTMLElement | null> | undefined;
  /** Hears of the event that closes it. */
  onClose(event: Event): void;
  readonly children: ReactNode;
}

/**
 * A panel beside a control, in the browser's top layer, so that no ancestor clips it. Escape, a press outside and
 * leaving it with Tab close it. It is mounted while it is open, and at first focuses what is marked `data-gp-focus` in it.
 */
export function Popover(props: PopoverProps): ReactElement {
  const { anchorRef, align, onClose, returnFocusRef = anchorRef } = props;
  const panelRef = useRef<HTMLDivElement>(null);
  usePlacement(panelRef, anchorRef, align);
  useDismissal(panelRef, anchorRef, returnFocusRef, onClose);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      ref={panelRef}
      id={props.id}
      role={props.role}
      aria-label={props.label}
      className={`gp-popover ${props.className ?? ''}`}
      tabIndex={-1}
    >
      {props.children}
    </div>
  );
}

function usePlacement(
  panelRef: RefObject<HTMLElement | null>,
  anchorRef: RefObject<HTMLElement | null>,
  align: PopoverProps['align'],
): void {
  useIsomorphicLayoutEffect(() => {
    const panel = panelRef.current;
    const anchor = anchorRef.current;
    if (panel === null || anchor === null) return;
    if (typeof panel.showPopover === 'function') {
      panel.setAttribute('popover', 'manual');
      // StrictMode runs effects twice, and showing what is shown throws in some browsers.
      if (!panel.matches(':popover-open')) panel.showPopover();
    }
    const place = (): void => {
      panel.style.maxHeight = '';
      const isLeft = (getComputedStyle(anchor).direction === 'rtl') !== (align === 'start');
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const size = { width: panel.offsetWidth, height: panel.offsetHeight };
      const to = placePanel(anchor.getBoundingClientRect(), size, { width, height }, isLeft ? 'left' : 'right');
      Object.assign(panel.style, { left: `${to.left}px`, top: `${to.top}px`, maxHeight: `${to.maxHeight}px` });
    };
    place();
    panel.querySelector<HTMLElement>('[data-gp-focus]')?.focus();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
    };
  }, [panelRef, anchorRef, align]);
}

function useDismissal(
  panelRef: RefObject<HTMLElement | null>,
  anchorRef: RefObject<HTMLElement | null>,
  returnFocusRef: RefObject<HTMLElement | null>,
  onClose: (event: Event) => void,
): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node &&
      (panelRef.current?.contains(target) === true || anchorRef.current?.contains(target) === true);
    const onOutside = (event: Event): void => {
      // A shadow root retargets its events, so the path tells where the press really was.
      if (!isInside(event.composedPath()[0] ?? event.target)) close.current(event);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      const hadFocus = isInside(panelRef.current?.ownerDocument.activeElement ?? null);
      close.current(event);
      if (!hadFocus) return;
      event.stopPropagation();
      returnFocusRef.current?.focus();
    };
    document.addEventListener('pointerdown', onOutside, true);
    document.addEventListener('focusin', onOutside, true);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onOutside, true);
      document.removeEventListener('focusin', onOutside, true);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [panelRef, anchorRef, returnFocusRef]);
}
