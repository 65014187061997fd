import type { AbsoluteTimeRange, TimeFormatter } from '@glasspane/core';
import type { TimeTick } from '@glasspane/core/chart';
import { useState } from 'react';
import { fittingTimeTicks } from './fittingTimeTicks.ts';

/** What the ticks of a time axis are worked out from. */
export interface TimeTicksInput {
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly times: TimeFormatter;
}

/**
 * Returns the ticks of a time axis: the same ones while the range only moves on, and none of them leaves it and no other
 * comes into it.
 */
export function useTimeTicks(input: TimeTicksInput): readonly TimeTick[] {
  const [kept] = useState(() => new KeptTicks());
  return kept.of(input);
}

class KeptTicks {
  #input: TimeTicksInput | undefined;
  #ticks: readonly TimeTick[] = [];

  of(input: TimeTicksInput): readonly TimeTick[] {
    if (!this.#isKept(input)) {
      this.#ticks = fittingTimeTicks(input.range, input.width, input.times);
      this.#input = input;
    }
    return this.#ticks;
  }

  #isKept({ range, width, times }: TimeTicksInput): boolean {
    const last = this.#input;
    if (last === undefined || last.width !== width || last.times !== times) return false;
    if (last.range === range) return true;
    if (range.endMs - range.startMs !== last.range.endMs - last.range.startMs) return false;
    const [first, second] = this.#ticks;
    const end = this.#ticks.at(-1);
    if (first === undefined || second === undefined || end === undefined) return false;
    const [before, after] = [
      first.timeMs - (second.timeMs - first.timeMs),
      end.timeMs + (second.timeMs - first.timeMs),
    ];
    const isWithin = first.timeMs >= range.startMs && end.timeMs <= range.endMs;
    return isWithin && before < range.startMs && after > range.endMs;
  }
}
