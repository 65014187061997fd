import type { FieldOptions } from '../dashboard/FieldOptions.ts';
import type { FieldOverride } from '../dashboard/FieldOverride.ts';
import { matchPattern } from '../format/matchPattern.ts';

/**
 * What an override looks at.
 *
 * @public
 */
export interface FieldSubject {
  /** The name that is shown. */
  readonly name: string;
  /** The query that the series comes from. */
  readonly refId?: string | undefined;
  readonly kind: 'number' | 'string' | 'time';
}

/**
 * Returns the options of one series: the widget's, and on top of them those of every override that applies.
 *
 * @public
 */
export function resolveField(
  field: FieldOptions | undefined,
  overrides: readonly FieldOverride[] | undefined,
  subject: FieldSubject,
): FieldOptions | undefined {
  const applying = overridesOf(overrides, subject);
  // The same reference for all series without an override: much is kept by it.
  return applying.length === 0 ? field : Object.assign({}, field, ...applying.map((override) => override.field));
}

/**
 * Returns how overrides draw one series; `undefined` where none says anything.
 *
 * @public
 */
export function resolveStyle(
  overrides: readonly FieldOverride[] | undefined,
  subject: FieldSubject,
): Readonly<Record<string, unknown>> | undefined {
  const styles = overridesOf(overrides, subject).flatMap(({ style }) => style ?? []);
  return styles.length === 0 ? undefined : Object.assign({}, ...styles);
}

function overridesOf(overrides: readonly FieldOverride[] | undefined, subject: FieldSubject): readonly FieldOverride[] {
  return overrides?.filter(({ match }) => isMatch(match, subject)) ?? [];
}

function isMatch({ by, value }: FieldOverride['match'], { name, refId, kind }: FieldSubject): boolean {
  switch (by) {
    case 'name':
      return name === value;
    case 'query':
      return refId === value;
    case 'type':
      return kind === value;
    case 'pattern':
      return matchPattern(value, name) !== undefined;
  }
}
