import type { Samples } from './values.ts';

/** Where a counter started anew, found once for a whole series. */
export interface CounterResets {
  /**
   * What the resets between the samples of a window have taken from the counter.
   *
   * Windows must come in order: the search goes on where the last one ended.
   */
  lostWithin(from: number, to: number): number;
}

const none: CounterResets = { lostWithin: () => 0 };

/** Returns the resets of a counter: wherever a value is lower than the one before it. */
export function findResets({ values }: Samples): CounterResets {
  const resets: number[] = [];
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] as number) < (values[index - 1] as number)) resets.push(index);
  }
  if (resets.length === 0) return none;
  let next = 0;
  return {
    lostWithin(from, to) {
      while (next < resets.length && (resets[next] as number) <= from) next += 1;
      let lost = 0;
      for (let at = next; at < resets.length && (resets[at] as number) < to; at += 1) {
        lost += values[(resets[at] as number) - 1] as number;
      }
      return lost;
    },
  };
}
