import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';

/**
 * Props of {@link RefreshControl}.
 *
 * @public
 */
export interface RefreshControlProps {
  /** In milliseconds; 0 means never by itself. */
  readonly intervalMs: number;
  onIntervalChange(intervalMs: number): void;
  readonly isPaused: boolean;
  onPausedChange(isPaused: boolean): void;
  /** Asks all widgets again, now. */
  onRefresh(): void;
  /** The intervals on offer, in milliseconds. */
  readonly intervalsMs?: readonly number[] | undefined;
}

const defaultIntervalsMs: readonly number[] = [0, 5000, 10_000, 30_000, 60_000, 300_000, 900_000];

/**
 * Lets a viewer refresh at once, choose how often a dashboard refreshes by itself, and pause it.
 *
 * @public
 */
export function RefreshControl(props: RefreshControlProps): ReactElement {
  const { intervalMs, isPaused, intervalsMs = defaultIntervalsMs } = props;
  const choices = intervalsMs.includes(intervalMs) ? intervalsMs : [...intervalsMs, intervalMs].sort((a, b) => a - b);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's, and this is no form
    <div className="gp-control gp-button-group" role="group" aria-label="Refresh">
      <button
        type="button"
        className="gp-icon-button"
        aria-label={isPaused ? 'Resume refreshing' : 'Pause refreshing'}
        title={isPaused ? 'Resume refreshing' : 'Pause refreshing'}
        onClick={() => props.onPausedChange(!isPaused)}
      >
        <Icon name={isPaused ? 'play' : 'pause'} />
      </button>
      <button
        type="button"
        className="gp-icon-button"
        aria-label="Refresh now"
        title="Refresh now"
        onClick={props.onRefresh}
      >
        <Icon name="refresh" />
      </button>
      <span className="gp-select-box">
        <select
          className="gp-select"
          aria-label="Refresh interval"
          value={intervalMs}
          onChange={(event) => props.onIntervalChange(Number(event.currentTarget.value))}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {formatInterval(choice)}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </div>
  );
}

function formatInterval(intervalMs: number): string {
  if (intervalMs === 0) return 'Off';
  if (intervalMs < 60_000) return `${intervalMs / 1000} s`;
  return intervalMs < 3_600_000 ? `${intervalMs / 60_000} min` : `${intervalMs / 3_600_000} h`;
}
