import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus in an element when what had it is disabled for a while, or goes, such as the row whose button was
 * pressed: the focus would fall back to the top of the page, far from where the viewer works.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (root === null) return;
    let last: HTMLElement | undefined;
    const onFocusIn = ({ target }: FocusEvent): void => {
      last = target === root ? undefined : (target as HTMLElement);
    };
    const onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
      // Somebody who looks elsewhere is not called back; what loses the focus because it goes is gone in a moment.
      queueMicrotask(() => {
        if (target === last && (relatedTarget !== null || isUsable(last))) last = undefined;
      });
    };
    const observer = new MutationObserver(() => {
      const { activeElement, body } = root.ownerDocument;
      if (last === undefined || (activeElement !== body && activeElement !== null)) return;
      if (isUsable(last)) last.focus();
      else if (!last.isConnected) focusItself(root);
    });
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    root.addEventListener('focusin', onFocusIn);
    root.addEventListener('focusout', onFocusOut);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', onFocusIn);
      root.removeEventListener('focusout', onFocusOut);
    };
  }, [ref]);
}

function isUsable(element: HTMLElement | undefined): boolean {
  return element?.isConnected === true && !element.matches(':disabled');
}

/** Only now, because else a press on any text in it would focus it. */
function focusItself(root: HTMLElement): void {
  root.tabIndex = -1;
  root.focus();
}
