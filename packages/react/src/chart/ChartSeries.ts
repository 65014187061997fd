import type { NumberField } from '@glasspane/core';

/** One line of a chart. */
export interface ChartSeries {
  /** Names the series over refreshes: its name and labels, and the query where two queries give the same ones. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** Its place in the palette, 0 to 9. */
  readonly colorIndex: number;
  /** Milliseconds since the epoch, one for each value. */
  readonly times: Float64Array;
  readonly field: NumberField;
}
