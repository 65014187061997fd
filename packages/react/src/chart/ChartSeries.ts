import type { NumberField, ResolvedFieldOptions } from '@glasspane/core';

/** One series as people see it. */
export interface ChartSeries {
  /** Names the series over refreshes: its name and labels, and the query where two queries give the same ones. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** The CSS colour it is drawn in, complete without a stylesheet. */
  readonly color: string;
  /** Milliseconds since the epoch, one for each value. */
  readonly times: Float64Array;
  readonly field: NumberField;
  /** The query it comes from, where the view was told. */
  readonly refId?: string | undefined;
  /** How its values are shown: the widget's options, and those of the overrides that apply to it. */
  readonly options?: ResolvedFieldOptions | undefined;
  /** How overrides draw it, as the dashboard says it; the type of widget parses what it knows. */
  readonly style?: Readonly<Record<string, unknown>> | undefined;
}
