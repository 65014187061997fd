import type { VariableValue, VariableValues } from './Variable.ts';
import { VariableError } from './VariableError.ts';
import type { VariableReference } from './variableReferences.ts';

/**
 * The value of a variable that stands for all of its values: `.*` in a regular expression.
 *
 * @public
 */
export const allValue = '$__all';

/** The values that one reference stands for; at least one. */
export interface ReferencedValues {
  readonly name: string;
  readonly format: TextFormat | undefined;
  readonly values: readonly string[];
  readonly isAll: boolean;
}

/** How a reference asks to be written, against the rules of its place. */
export type TextFormat = 'raw' | 'csv' | 'pipe';

const formats: ReadonlySet<string> = new Set(['raw', 'csv', 'pipe']);

/** Returns the values of a reference. */
export function valuesOf({ name, format }: VariableReference, variables: VariableValues): ReferencedValues {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined) {
    throw new VariableError(
      name,
      `The query reads the variable $${name}, which does not exist; define it, or write \\x24 for a dollar sign in a string.`,
    );
  }
  const values: readonly string[] = toList(value);
  if (values.length === 0) throw new VariableError(name, `The variable $${name} has no value; choose one.`);
  return { name, format: toFormat(name, format), values, isAll: values.includes(allValue) };
}

/** Joins the values as a format says. */
export function joinValues({ values, format }: ReferencedValues): string {
  return values.join(format === 'pipe' ? '|' : ',');
}

/** The error of a variable that stands for all values where that has no meaning. */
export function notAll(name: string): VariableError {
  return new VariableError(
    name,
    `The variable $${name} stands for all values, which only a label matcher can take; choose a value.`,
  );
}

const toList = (value: VariableValue): readonly string[] => (typeof value === 'string' ? [value] : value);

function toFormat(name: string, format: string | undefined): TextFormat | undefined {
  if (format === undefined || format === 'regex') return undefined;
  if (formats.has(format)) return format as TextFormat;
  throw new VariableError(
    name,
    `The query reads \${${name}:${format}}, but there is no format "${format}"; use regex, raw, csv or pipe, or none.`,
  );
}
