import type { State } from './State.ts';
import type { StateRow } from './StateRow.ts';

/** How long a series was in a state. */
export interface StateShare {
  readonly name: string;
  /** Left out: there was no sample. */
  readonly state: State | undefined;
  readonly durationMs: number;
  /** Of the time that the series was watched, 0 to 1. */
  readonly share: number;
  /** How many times it came to be in it. */
  readonly periods: number;
}

/** Returns how long each series was in each state, in the order of the states. */
export function stateShares(rows: readonly StateRow[]): readonly StateShare[] {
  return rows.flatMap(({ series, spans }) => {
    const sums = new Map<State | undefined, { durationMs: number; periods: number }>();
    let total = 0;
    let before: State | undefined | null = null;
    for (const { state, startMs, endMs } of spans) {
      const sum = sums.get(state) ?? { durationMs: 0, periods: 0 };
      sum.durationMs += endMs - startMs;
      sum.periods += state === before ? 0 : 1;
      sums.set(state, sum);
      total += endMs - startMs;
      before = state;
    }
    return [...sums].map(([state, { durationMs, periods }]) => ({
      name: series.name,
      state,
      durationMs,
      share: total > 0 ? durationMs / total : 0,
      periods,
    }));
  });
}
