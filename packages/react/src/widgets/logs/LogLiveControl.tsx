import type { ReactElement } from 'react';
import { Icon } from '../../provider/Icon.tsx';
import type { TailState } from './tailState.ts';

/** Props of {@link LogLiveControl}. */
export interface LogLiveControlProps {
  readonly tail: TailState;
  /** Whether the source is yet to be followed. */
  readonly isConnecting: boolean;
  /** Whether the viewer holds the lines still. */
  readonly isHeld: boolean;
  /** Whether the whole page is held still. */
  readonly isPaused: boolean;
  onHold(isHeld: boolean): void;
}

/** Says whether new lines come, and holds them back. */
export function LogLiveControl(props: LogLiveControlProps): ReactElement {
  const { tail, isConnecting, isHeld, isPaused, onHold } = props;
  const isStill = isHeld || isPaused;
  const state = isStill ? 'paused' : tail.error !== undefined ? 'lost' : isConnecting ? 'connecting' : 'open';
  return (
    <div className="gp-logs-live">
      <span className="gp-live" data-state={state} title={tail.error?.message}>
        <span className="gp-live-dot" aria-hidden="true" />
        <span>{textOf(state, tail)}</span>
      </span>
      {!isPaused && (
        <button
          type="button"
          className="gp-button"
          data-size="small"
          aria-label={isHeld ? 'Resume: show new lines' : 'Pause: hold the lines still'}
          onClick={() => onHold(!isHeld)}
        >
          <Icon name={isHeld ? 'play' : 'pause'} />
          {isHeld ? 'Resume' : 'Pause'}
        </button>
      )}
    </div>
  );
}

function textOf(state: 'paused' | 'open' | 'lost' | 'connecting', { held }: TailState): string {
  if (state === 'open') return 'Live';
  if (state === 'connecting') return 'Connecting';
  if (state === 'lost') return 'Reconnecting';
  return held.length === 0 ? 'Paused' : `Paused, ${held.length} new`;
}
