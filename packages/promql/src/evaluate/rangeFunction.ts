import type { WindowFunction } from './rangeWindows.ts';
import type { Samples } from './values.ts';

/** What a range function knows besides the samples. */
export interface RangeCall {
  readonly rangeMs: number;
  /** The scalar arguments, a value a step. */
  readonly parameters: readonly Float64Array[];
  /** The time of each step in seconds; only for functions that ask for it. */
  readonly timeMs: (step: number) => number;
}

/** A function of a range vector that gives one value a window. */
export interface RangeFunction {
  /** Windows with fewer samples give no value. */
  readonly minSamples: number;
  /** Whether the result is still the same metric. */
  readonly keepsName?: boolean;
  /** Whether the value depends on the step even when the window is fixed by `@`. */
  readonly dependsOnStep?: boolean;
  /** Whether it goes through all samples of each window, instead of sliding on from the one before. */
  readonly isDear?: boolean;
  /** Looks at a whole series once, and gives the function for its windows. */
  prepare(samples: Samples, call: RangeCall): WindowFunction;
}
