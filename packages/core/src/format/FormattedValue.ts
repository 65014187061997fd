/**
 * A value as people read it, in parts, so that a view can show the number larger than its unit.
 *
 * @public
 */
export interface FormattedValue {
  /** All of it: `1.2 GiB`, `$5.00`, `+Inf`. */
  readonly text: string;
  /** What stands before the number: `$`; empty where there is nothing. */
  readonly prefix: string;
  /** The number itself, or the text that stands for it: `1.2`, `NaN`. */
  readonly number: string;
  /** The unit after the number, without the space between: `GiB`, `%`; empty where there is none. */
  readonly suffix: string;
}
