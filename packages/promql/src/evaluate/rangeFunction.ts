import type { Samples } from './values.ts';
import type { Presence, Windows } from './Windows.ts';

/** What a range function knows besides the samples. */
export interface RangeCall {
  readonly rangeMs: number;
  /** The ends of the steps' windows, inclusive, in milliseconds. */
  readonly ends: Float64Array;
  /** The scalar arguments, a value a step. */
  readonly parameters: readonly Float64Array[];
  /** The time of each step in milliseconds; only for functions that ask for it. */
  readonly timeMs: (step: number) => number;
}

/** One series on its way through a range function. */
export interface Pass {
  readonly samples: Samples;
  readonly windows: Windows;
  /** Where the values of the steps go. */
  readonly column: Float64Array;
}

/**
 * Computes the values of the steps from `first` to `end` (exclusive), which come in order. What it writes where a window
 * has too few samples is of no account.
 */
export type FillSteps = (first: number, end: number) => void;

/** A function of a range vector that gives one value a window. */
export interface RangeFunction {
  /** Windows with fewer samples give no value. */
  readonly minSamples: number;
  /** Says which windows give a value, for series where that depends on more than the count of their samples. */
  presence?(samples: Samples, windows: Windows, call: RangeCall): Presence | undefined;
  /** Whether windows of a single sample are looked at all the same, since their parameters may be wrong. */
  readonly looksAtSingles?: boolean;
  /** Whether the result is still the same metric. */
  readonly keepsName?: boolean;
  /** Whether the value depends on the step even when the window is fixed by `@`. */
  readonly dependsOnStep?: boolean;
  /** Whether it goes through all samples of each window, instead of sliding on from the one before. */
  readonly isDear?: boolean;
  /** Gives, once for all series, what then looks at each of them. */
  prepare(call: RangeCall): (pass: Pass) => FillSteps;
}

/** Computes the value of the samples `from` to `to` (exclusive), of which there are enough. */
export type WindowFunction = (from: number, to: number, step: number) => number;

/** Makes of a function of one window one that fills steps. */
export function eachWindow({ windows, column }: Pass, minSamples: number, compute: WindowFunction): FillSteps {
  const { from, to } = windows;
  return (first, end) => {
    for (let step = first; step < end; step += 1) {
      const [start, behind] = [from[step] as number, to[step] as number];
      if (behind - start >= minSamples) column[step] = compute(start, behind, step);
    }
  };
}
