import type { FieldOptions } from './FieldOptions.ts';

/**
 * Which series an override applies to: by the name that is shown, by a regular expression that finds something in it, by the
 * query it comes from (its `refId`), or by the kind of its values (`number`, `string`, `time`).
 *
 * @public
 */
export interface FieldMatcher {
  readonly by: 'name' | 'pattern' | 'query' | 'type';
  readonly value: string;
}

/**
 * Shows some series of a widget in another way. Of several that apply, the later one wins, option by option.
 *
 * @public
 */
export interface FieldOverride {
  readonly match: FieldMatcher;
  /** Options instead of the widget's. */
  readonly field?: FieldOptions | undefined;
  /** How the type of widget draws the series: what it knows is parsed by the type. */
  readonly style?: Readonly<Record<string, unknown>> | undefined;
}
