import type { Dashboard, VariableValues } from '@glasspane/core';

/** Returns the values that a dashboard's variables have before somebody chooses. */
export function initialVariables({ variables = [] }: Dashboard): VariableValues {
  return Object.fromEntries(
    variables.flatMap((variable) => {
      if (variable.type === 'constant') return [[variable.name, variable.value]];
      const first = variable.type === 'custom' ? variable.options[0] : undefined;
      const value = variable.defaultValue ?? first;
      return value === undefined ? [] : [[variable.name, value]];
    }),
  );
}
