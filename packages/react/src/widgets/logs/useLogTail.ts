import type { Clock, LogEntry, LogSource } from '@glasspane/core';
import { useEffect, useReducer } from 'react';
import { noTail, reduceTail, type TailState } from './tailState.ts';

/** Options of {@link useLogTail}. */
export interface UseLogTailOptions {
  readonly logs: LogSource | undefined;
  /** The query to follow; left out: none. */
  readonly expr: string | undefined;
  /** Holds new lines back until it is over. */
  readonly isPaused: boolean;
  /** The most lines that are kept of those that came. */
  readonly maxLines: number;
  readonly clock: Clock;
}

/** Lines that come within are shown together. */
const PAUSE_MS = 150;

/** Follows the lines of a query as they come. What is kept is bounded. */
export function useLogTail({ logs, expr, isPaused, maxLines, clock }: UseLogTailOptions): TailState {
  const [state, dispatch] = useReducer(reduceTail, noTail);
  useEffect(() => {
    dispatch({ type: 'started', isFollowing: logs?.tail !== undefined && expr !== undefined });
    if (logs?.tail === undefined || expr === undefined) return;
    let waiting: LogEntry[] = [];
    let dropped = 0;
    let cancel: (() => void) | undefined;
    const flush = (): void => {
      cancel = undefined;
      dispatch({ type: 'came', entries: waiting, dropped, maxLines });
      waiting = [];
      dropped = 0;
    };
    const end = logs.tail({
      expr,
      onEntries(entries, missed) {
        waiting = [...waiting, ...entries].slice(-maxLines);
        dropped += missed;
        cancel ??= clock.setTimeout(flush, PAUSE_MS);
      },
      onError: (error) => dispatch({ type: 'lost', error }),
    });
    return () => {
      end();
      cancel?.();
    };
  }, [logs, expr, maxLines, clock]);
  useEffect(() => dispatch({ type: isPaused ? 'paused' : 'resumed', maxLines }), [isPaused, maxLines]);
  return state;
}
