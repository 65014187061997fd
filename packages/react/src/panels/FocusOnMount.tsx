import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/** Props of {@link FocusOnMount}. */
export interface FocusOnMountProps {
  /** Whether a viewer made it appear; what is there from the start takes no focus. */
  readonly isWanted: boolean;
  readonly children: ReactNode;
}

/** Takes the focus when it appears, in place of the control that made it appear and is gone. */
export function FocusOnMount({ isWanted, children }: FocusOnMountProps): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only how it was when it appeared counts
  useEffect(() => {
    if (isWanted) ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1} className="gp-focus-area">
      {children}
    </div>
  );
}
