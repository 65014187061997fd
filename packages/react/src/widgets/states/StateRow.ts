import type { State } from './State.ts';
import type { StateSeries } from './toStateSeries.ts';

/** A time that a series is in one state. */
export interface StateSpan {
  /** Left out: there is no sample. */
  readonly state: State | undefined;
  readonly startMs: number;
  readonly endMs: number;
  /** The first value of it. */
  readonly value: number | string | undefined;
}

/** A series and the spans of its states, in order. */
export interface StateRow {
  readonly series: StateSeries;
  readonly spans: readonly StateSpan[];
}

/** Returns the step in the middle of all steps between times; `undefined` where there is none. */
export function middleStep(times: Float64Array): number | undefined {
  const steps = Float64Array.from(times.subarray(1), (time, index) => time - (times[index] ?? time)).filter(
    (step) => step > 0,
  );
  return steps.sort()[steps.length >> 1];
}
