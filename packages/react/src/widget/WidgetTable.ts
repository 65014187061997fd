/**
 * A column of a {@link WidgetTable}.
 *
 * @public
 */
export interface WidgetTableColumn {
  readonly name: string;
  /** `time` is in milliseconds since the epoch; `text` says which thing the row is about; `value` is what was measured. */
  readonly kind: 'time' | 'text' | 'value';
}

/**
 * What a widget shows, as a table of plain values.
 *
 * @public
 */
export interface WidgetTable {
  readonly columns: readonly WidgetTableColumn[];
  /** One cell for each column; left out where there is no value. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}
