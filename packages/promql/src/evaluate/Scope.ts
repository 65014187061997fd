import type { Expr } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Value, VectorValue } from './values.ts';

/** What the implementation of an operator or a function works with. */
export interface Scope {
  readonly evaluation: Evaluation;
  readonly grid: Grid;
  /** Evaluates a part of the expression, on the scope's own grid unless another one is given. */
  evaluate(expr: Expr, grid?: Grid): Promise<Value>;
}

/** Evaluates an expression that the type check has found to be an instant vector. */
export async function evaluateVector(scope: Scope, expr: Expr | undefined): Promise<VectorValue> {
  const value = expr === undefined ? undefined : await scope.evaluate(expr);
  return value?.type === 'vector' ? value : failExecution('expected an instant vector');
}

/** Evaluates an expression that the type check has found to be a scalar. */
export async function evaluateScalar(scope: Scope, expr: Expr | undefined): Promise<Float64Array> {
  const value = expr === undefined ? undefined : await scope.evaluate(expr);
  return value?.type === 'scalar' ? value.values : failExecution('expected a scalar');
}

/** Evaluates an expression that the type check has found to be a string. */
export async function evaluateString(scope: Scope, expr: Expr | undefined): Promise<string> {
  const value = expr === undefined ? undefined : await scope.evaluate(expr);
  return value?.type === 'string' ? value.value : failExecution('expected a string');
}
