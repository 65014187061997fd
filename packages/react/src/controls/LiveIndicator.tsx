import type { LiveState } from '@glasspane/core';
import type { ReactElement } from 'react';

/**
 * Props of {@link LiveIndicator}.
 *
 * @public
 */
export interface LiveIndicatorProps {
  /** The state of the live channel; `off` where there is none. */
  readonly live: LiveState | 'off';
  readonly isPaused: boolean;
}

const texts: Readonly<Record<LiveState, string>> = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'Reconnecting',
  refused: 'Not live',
};

/**
 * Says whether new samples arrive by themselves.
 *
 * @public
 */
export function LiveIndicator({ live, isPaused }: LiveIndicatorProps): ReactElement | null {
  if (isPaused) return <Indicator state="paused" text="Paused" />;
  return live === 'off' ? null : <Indicator state={live} text={texts[live]} />;
}

function Indicator({ state, text }: { readonly state: string; readonly text: string }): ReactElement {
  return (
    <span className="gp-live" data-state={state}>
      <span className="gp-live-dot" aria-hidden="true" />
      {text}
    </span>
  );
}
