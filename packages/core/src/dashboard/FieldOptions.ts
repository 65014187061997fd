/**
 * A colour from a value on.
 *
 * @public
 */
export interface Threshold {
  /** The smallest value it applies to. Left out in the base step, which applies below all others. */
  readonly value?: number | undefined;
  /** A semantic colour of the theme (`good`, `warning`, `serious`, `critical`, `neutral`), a hex colour, or `series-1` to `series-10`. */
  readonly color: string;
  /** What it means, for people who do not see colours: `slow`. */
  readonly label?: string | undefined;
}

/**
 * What a mapping may apply to besides numbers: a gap (`null`), `NaN`, either of them, an infinity, or an empty text.
 *
 * @public
 */
export type SpecialValue = 'null' | 'nan' | 'null+nan' | 'inf' | 'empty';

/**
 * Shows a value or a range of values as a text.
 *
 * @public
 */
export interface ValueMapping {
  /** The value that is shown so; or give `from` and `to`, `pattern`, or `special`. */
  readonly value?: number | undefined;
  /** The smallest value that is shown so. */
  readonly from?: number | undefined;
  /** The largest value that is shown so. */
  readonly to?: number | undefined;
  /** A regular expression that the whole text of a value matches; `$1` in `text` is what its first group found. */
  readonly pattern?: string | undefined;
  readonly special?: SpecialValue | undefined;
  readonly text: string;
  readonly color?: string | undefined;
}

/**
 * What a series, or a value, has its colour by.
 *
 * - `series`: one of the palette's, the same for the same labels in every widget.
 * - `fixed`: the colour named.
 * - `thresholds`: the threshold that its last value reaches.
 * - `scale`: the place of its value between min and max on a scale of colours.
 *
 * @public
 */
export interface ColorOptions {
  readonly by: 'series' | 'fixed' | 'thresholds' | 'scale';
  /** For `fixed`: a semantic colour of the theme, a CSS hex colour, or a place in the palette, `series-1` to `series-10`. */
  readonly color?: string | undefined;
  /**
   * For `scale`: a named scale of colours, such as `viridis` or `blue-orange`.
   *
   * @defaultValue 'blues'
   */
  readonly scale?: string | undefined;
}

/**
 * A link from a value or a series to somewhere else. Title and address may hold `{{label}}`, `{{__value}}`, `{{__name}}`,
 * `{{__from}}` and `{{__to}}` (milliseconds since the epoch), and dashboard variables; what is filled in is escaped for where it stands.
 *
 * @public
 */
export interface FieldLink {
  readonly title: string;
  /** Of http, https or mailto, or relative; others are not shown. */
  readonly url: string;
  readonly isNewTab?: boolean | undefined;
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
  /**
   * A name template for each series, such as `{{instance}}`, before the one of the query; `{{__name}}` is what it would be
   * called without.
   */
  readonly displayName?: string | undefined;
  /** Steps in ascending order, the base step (without a value) first. */
  readonly thresholds?: readonly Threshold[] | undefined;
  /**
   * What the values of thresholds are: as the field's values, or percents of the way from `min` to `max`.
   *
   * @defaultValue 'absolute'
   */
  readonly thresholdsMode?: 'absolute' | 'percent' | undefined;
  readonly mappings?: readonly ValueMapping[] | undefined;
  /**
   * What series and values have their colour by.
   *
   * @defaultValue `{ by: 'series' }`
   */
  readonly color?: ColorOptions | undefined;
  readonly links?: readonly FieldLink[] | undefined;
  /** What is shown where there is no value. */
  readonly noValue?: string | undefined;
}
