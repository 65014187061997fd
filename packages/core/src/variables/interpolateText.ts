import type { VariableValues } from './Variable.ts';
import { splitReferences, type VariableReference } from './variableReferences.ts';
import { allValue } from './variableValues.ts';

/**
 * Fills variables into a text for people, such as a widget's title; several values are joined with commas. A variable
 * that does not exist is left as it is written. The result is plain text: escape it before it becomes anything else, and
 * use {@link interpolatePromql} for queries.
 *
 * @public
 */
export function interpolateText(text: string, variables: VariableValues): string {
  const pieces = splitReferences(text).map((piece) =>
    typeof piece === 'string' ? piece : referenceText(piece, variables),
  );
  return pieces.join('');
}

/** Returns what a variable is in a text for people. */
export function referenceText({ name, format }: VariableReference, variables: VariableValues): string {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined) return `\${${format === undefined ? name : `${name}:${format}`}}`;
  return [value]
    .flat()
    .map((one) => (one === allValue ? 'All' : one))
    .join(', ');
}
