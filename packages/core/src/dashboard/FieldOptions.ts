/**
 * A colour from a value on.
 *
 * @public
 */
export interface Threshold {
  /** The smallest value it applies to. Left out in the base step, which applies below all others. */
  readonly value?: number | undefined;
  /** A semantic colour of the theme (`good`, `warning`, `serious`, `critical`, `neutral`) or a CSS hex colour. */
  readonly color: string;
  /** What it means, for people who do not see colours: `slow`. */
  readonly label?: string | undefined;
}

/**
 * Shows a value or a range of values as a text.
 *
 * @public
 */
export interface ValueMapping {
  /** The value that is shown so; or give `from` and `to`. */
  readonly value?: number | undefined;
  /** The smallest value that is shown so. */
  readonly from?: number | undefined;
  /** The largest value that is shown so. */
  readonly to?: number | undefined;
  readonly text: string;
  readonly color?: string | undefined;
}

/**
 * How the values of a widget are shown.
 *
 * @public
 */
export interface FieldOptions {
  /**
   * The unit of the values, by Grafana's ids: `bytes`, `Bps`, `s`, `ms`, `percent` (0–100), `percentunit` (0–1), `reqps`,
   * `short` … An unknown id is shown as a suffix.
   */
  readonly unit?: string | undefined;
  /** Digits after the decimal point. Left out: as many as the value needs. */
  readonly decimals?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Steps in ascending order, the base step (without a value) first. */
  readonly thresholds?: readonly Threshold[] | undefined;
  readonly mappings?: readonly ValueMapping[] | undefined;
  /** What is shown where there is no value. */
  readonly noValue?: string | undefined;
}
