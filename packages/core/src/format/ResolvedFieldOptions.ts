import type { FieldOptions } from '../dashboard/FieldOptions.ts';

/**
 * How the values of one series are shown.
 *
 * @public
 */
export interface ResolvedFieldOptions extends FieldOptions {
  /** The smallest and the largest value shown: what percents and scales of colours are measured by without `min` and `max`. */
  readonly extent?: { readonly min: number; readonly max: number } | undefined;
}
