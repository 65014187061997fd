import type { VariableValues } from '@glasspane/core';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';

/**
 * The values of a dashboard's variables.
 *
 * @public
 */
export interface UseDashboardVariablesResult {
  readonly variables: VariableValues;
  /** Changes all values; where the host controls them, asks the host to. */
  setVariables(variables: VariableValues): void;
}

/**
 * Returns the values of the variables of the dashboard around it, and how to change them.
 *
 * @throws Error When there is no `<Dashboard>` above.
 * @public
 */
export function useDashboardVariables(): UseDashboardVariablesResult {
  const { store } = useDashboardContext('useDashboardVariables');
  const variables = useDashboardState('useDashboardVariables', (state) => state.values.variables);
  return { variables, setVariables: (next) => store.getState().change({ variables: next }) };
}
