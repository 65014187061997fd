import type { Labels } from '@glasspane/promql/syntax';

/**
 * A column of times, in milliseconds since the epoch: increasing in the result of a query; in any order, and `NaN` where
 * there is none, in a table that transformations made.
 *
 * @public
 */
export interface TimeField {
  readonly kind: 'time';
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * A column of numbers: one series of a query result.
 *
 * `NaN` is a value that somebody recorded or computed; a gap (no sample there) is told by {@link gaps}, and its value is
 * `NaN` too, so that code which only draws need not look at `gaps`.
 *
 * @public
 */
export interface NumberField {
  readonly kind: 'number';
  /** The metric's name, or the expression where the result has none. */
  readonly name: string;
  /** The labels of the series, its name included where it has one. */
  readonly labels: Labels;
  /** What people call it, where a transformation named it; before any template. */
  readonly displayName?: string | undefined;
  readonly values: Float64Array;
  /** 1 where there is no sample; left out where the column has no gap. */
  readonly gaps?: Uint8Array | undefined;
}

/**
 * A column of strings.
 *
 * @public
 */
export interface StringField {
  readonly kind: 'string';
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * The course of one series, as a cell of a table.
 *
 * @public
 */
export interface SeriesCell {
  /** Milliseconds since the epoch, increasing. */
  readonly times: Float64Array;
  /** One for each time. */
  readonly field: NumberField;
}

/**
 * A column of courses, for tables that show a small chart in each row. Only transformations make it.
 *
 * @public
 */
export interface SeriesField {
  readonly kind: 'series';
  readonly name: string;
  /** Left out where the row has no course. */
  readonly values: readonly (SeriesCell | undefined)[];
}

/**
 * A column of a frame.
 *
 * @public
 */
export type Field = TimeField | NumberField | StringField | SeriesField;

/**
 * The result of a query, in columns of equal length. Frames are immutable, and a refresh that brings nothing new gives
 * the same reference.
 *
 * - A range query: one time field (the steps) and one number field a series.
 * - An instant query that gives a vector or scalar: the same, with a length of 1.
 * - A string result: one string field of length 1.
 * - An empty result: a time field of the steps and no other field.
 *
 * @public
 */
export interface Frame {
  /** The number of rows: the length of each field. */
  readonly length: number;
  readonly fields: readonly Field[];
}
