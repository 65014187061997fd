/**
 * A column of a {@link WidgetTable}.
 *
 * @public
 */
export interface WidgetTableColumn {
  readonly name: string;
  /** `time` is in milliseconds since the epoch; `text` says which thing the row is about; `value` is what was measured. */
  readonly kind: 'time' | 'text' | 'value';
  /** The unit of values that are not what the widget's field is about, such as counts and shares. Left out: the field's. */
  readonly unit?: string | undefined;
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
