import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { usePanel } from './PanelContext.ts';
import { PanelIcon } from './PanelIcon.tsx';

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly title: string;
  /** How wide it may be. */
  readonly size?: 'medium' | 'large' | undefined;
  /** Escape, or the button at its top. */
  onClose(): void;
  readonly children: ReactNode;
}

/**
 * A dialog over the page. It is mounted while it is open: the browser keeps the focus in it and gives it back to where it
 * was. A press outside does not close it, so that nothing that was written is lost by one.
 */
export function Dialog({ title, size = 'medium', onClose, children }: DialogProps): ReactElement {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { headingLevel } = usePanel();
  const Heading: `h${typeof headingLevel}` = `h${headingLevel}`;
  useOpen(ref);
  return (
    <dialog
      ref={ref}
      className="gp-dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The owner unmounts it; the browser's own way would leave it mounted and shut.
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <header className="gp-dialog-header">
        <Heading id={titleId} className="gp-panel-title">
          {title}
        </Heading>
        <button type="button" className="gp-icon-button" aria-label="Close" onClick={onClose}>
          <PanelIcon name="close" />
        </button>
      </header>
      <div className="gp-dialog-body">{children}</div>
    </dialog>
  );
}

function useOpen(ref: React.RefObject<HTMLDialogElement | null>): void {
  useIsomorphicLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    dialog.querySelector<HTMLElement>('[data-gp-focus]')?.focus();
    // The browser gives the focus back when it is closed, and not when it is only removed.
    return () => dialog.close?.();
  }, [ref]);
}
