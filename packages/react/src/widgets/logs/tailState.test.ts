import { GlasspaneError, type LogEntry } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { noTail, reduceTail, type TailEvent, type TailState } from './tailState.ts';

const entries = (...lines: readonly string[]): readonly LogEntry[] =>
  lines.map((line, index) => ({ labels: { app: 'a' }, timeNs: BigInt(index), line }));
const came = (lines: readonly string[], dropped = 0): TailEvent => ({
  type: 'came',
  entries: entries(...lines),
  dropped,
  maxLines: 3,
});
const after = (...events: readonly TailEvent[]): TailState => events.reduce(reduceTail, noTail);
const linesOf = (shown: readonly LogEntry[]): readonly string[] => shown.map(({ line }) => line);

describe('reduceTail', () => {
  it('shows what comes, the newest of many, and counts what the source left out', () => {
    const state = after({ type: 'started', isFollowing: true }, came(['a', 'b']), came(['c', 'd'], 5));
    expect(linesOf(state.shown)).toEqual(['b', 'c', 'd']);
    expect([state.dropped, state.cameCount]).toEqual([5, 4]);
  });

  it('holds back while it is paused, bounded, and shows it afterwards', () => {
    const paused = after(came(['a']), { type: 'paused', maxLines: 3 }, came(['b', 'c', 'd', 'e']));
    expect([linesOf(paused.shown), linesOf(paused.held), paused.dropped]).toEqual([['a'], ['c', 'd', 'e'], 1]);
    const resumed = reduceTail(paused, { type: 'resumed', maxLines: 3 });
    expect([linesOf(resumed.shown), resumed.held]).toEqual([['c', 'd', 'e'], []]);
  });

  it('forgets everything but the pause when another query is followed', () => {
    const state = after(came(['a']), { type: 'paused', maxLines: 3 }, { type: 'started', isFollowing: false });
    expect(state).toEqual({ ...noTail, isPaused: true });
  });

  it('knows that the source is lost until something comes again', () => {
    const lost = after(came(['a']), { type: 'lost', error: new GlasspaneError('unreachable', 'gone') });
    expect([lost.error?.code, linesOf(lost.shown)]).toEqual(['unreachable', ['a']]);
    expect(reduceTail(lost, came(['b'])).error).toBeUndefined();
  });

  it('keeps the same state where nothing changes', () => {
    const state = after(came(['a']));
    expect(reduceTail(state, { type: 'resumed', maxLines: 3 })).toBe(state);
  });
});
