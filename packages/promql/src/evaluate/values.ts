import type { EdgeModifier } from '../syntax/ast.ts';
import type { LabelSet } from './LabelSet.ts';

/**
 * One series of an instant vector, at all steps of a grid.
 *
 * Native histograms would stand in a column of their own beside `values`, and be absent from `present`: whatever looks for
 * numbers passes them by.
 */
export interface Series {
  readonly labels: LabelSet;
  /** One value a step; NaN where there is no sample. */
  readonly values: Float64Array;
  /** 1 where there is a sample; left out when there is one at every step. */
  readonly present: Uint8Array | undefined;
  /** Whether name, type and unit go at the end. They stay until then, so that `label_replace` can still read them. */
  readonly isNameDropped: boolean;
}

/** An instant vector. */
export interface VectorValue {
  readonly type: 'vector';
  readonly series: readonly Series[];
}

/** A number a step. */
export interface ScalarValue {
  readonly type: 'scalar';
  readonly values: Float64Array;
}

export interface StringValue {
  readonly type: 'string';
  readonly value: string;
}

/** What an expression other than a range gives. */
export type Value = VectorValue | ScalarValue | StringValue;

/** The raw samples of one series in a range vector, without staleness markers. */
export interface Samples {
  readonly labels: LabelSet;
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** When each counter began, 0 where unknown; left out when no sample says. */
  readonly startTimes?: Float64Array | undefined;
  readonly isNameDropped: boolean;
}

/** A range vector: series, and the window of each step on them. */
export interface RangeValue {
  readonly series: readonly Samples[];
  readonly rangeMs: number;
  /** The end of each step's window, inclusive; the start is exclusive. One entry when all steps share one window. */
  readonly ends: Float64Array;
  /** How its edges were modified in the query, which functions and answers see to. */
  readonly edges?: EdgeModifier | undefined;
}

/** Returns whether all steps give a sample, or only some. */
export function isPresent(series: Series, step: number): boolean {
  return series.present === undefined || series.present[step] === 1;
}

/** Writes NaN where a column has no sample, and returns it. */
export function blankGaps(values: Float64Array, present: Uint8Array | undefined): Float64Array {
  for (let step = 0; present !== undefined && step < values.length; step += 1) {
    if (present[step] === 0) values[step] = Number.NaN;
  }
  return values;
}

/** Returns whether a series has any sample. */
export function hasSample(series: Series): boolean {
  return series.present === undefined ? series.values.length > 0 : series.present.includes(1);
}
