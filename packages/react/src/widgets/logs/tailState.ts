import { type GlasspaneError, type LogEntry, toGlasspaneError } from '@glasspane/core';

/** What came of following a query. */
export interface TailState {
  /** Lines to show, the oldest first. */
  readonly shown: readonly LogEntry[];
  /** Lines that came while it is paused. */
  readonly held: readonly LogEntry[];
  /** How many lines the source, or the pause, left out. */
  readonly dropped: number;
  /** How many lines came since it started. */
  readonly cameCount: number;
  readonly isFollowing: boolean;
  readonly isPaused: boolean;
  /** Why nothing comes at present. */
  readonly error?: GlasspaneError | undefined;
}

/** What happens to a {@link TailState}. */
export type TailEvent =
  | { readonly type: 'started'; readonly isFollowing: boolean }
  | {
      readonly type: 'came';
      readonly entries: readonly LogEntry[];
      readonly dropped: number;
      readonly maxLines: number;
    }
  | { readonly type: 'lost'; readonly error: unknown }
  | { readonly type: 'paused' | 'resumed'; readonly maxLines: number };

export const noTail: TailState = {
  shown: [],
  held: [],
  dropped: 0,
  cameCount: 0,
  isFollowing: false,
  isPaused: false,
};

/** Returns what an event makes of a tail. */
export function reduceTail(state: TailState, event: TailEvent): TailState {
  switch (event.type) {
    case 'started':
      return { ...noTail, isPaused: state.isPaused, isFollowing: event.isFollowing };
    case 'lost':
      return { ...state, error: toGlasspaneError(event.error) };
    case 'paused':
      return state.isPaused ? state : { ...state, isPaused: true };
    case 'resumed':
      if (!state.isPaused) return state;
      return { ...state, isPaused: false, shown: newest([...state.shown, ...state.held], event.maxLines), held: [] };
    case 'came':
      return withCome(state, event);
  }
}

function withCome(state: TailState, event: Extract<TailEvent, { readonly type: 'came' }>): TailState {
  const { entries, maxLines } = event;
  const came = {
    error: undefined,
    cameCount: state.cameCount + entries.length,
    dropped: state.dropped + event.dropped,
  };
  if (!state.isPaused) return { ...state, ...came, shown: newest([...state.shown, ...entries], maxLines) };
  const held = [...state.held, ...entries];
  const kept = newest(held, maxLines);
  return { ...state, ...came, held: kept, dropped: came.dropped + held.length - kept.length };
}

function newest(entries: readonly LogEntry[], maxLines: number): readonly LogEntry[] {
  return entries.length > maxLines ? entries.slice(-maxLines) : entries;
}
