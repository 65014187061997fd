import type { VariableValues } from './Variable.ts';
import { splitReferences } from './variableReferences.ts';
import { allValue } from './variableValues.ts';

/**
 * Fills variables into a text for people, such as a widget's title; several values are joined with commas. A variable
 * that does not exist is left as it is written. The result is plain text: escape it before it becomes anything else, and
 * use {@link interpolatePromql} for queries.
 *
 * @public
 */
export function interpolateText(text: string, variables: VariableValues): string {
  const pieces = splitReferences(text).map((piece) => {
    if (typeof piece === 'string') return piece;
    const { name, format } = piece;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return `\${${format === undefined ? name : `${name}:${format}`}}`;
    return [value]
      .flat()
      .map((one) => (one === allValue ? 'All' : one))
      .join(', ');
  });
  return pieces.join('');
}
