import type { Expr } from '../syntax/ast.ts';
import { aggregate } from './aggregate.ts';
import { callFunction } from './callFunction.ts';
import type { Evaluation } from './Evaluation.ts';
import { evaluateBinary } from './evaluateBinary.ts';
import type { Grid } from './Grid.ts';
import { mapVector } from './mapVector.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { selectVector } from './selectVector.ts';
import type { Value } from './values.ts';

async function negate(scope: Scope, expr: Expr): Promise<Value> {
  const value = await scope.evaluate(expr);
  if (value.type === 'scalar') return { type: 'scalar', values: value.values.map((number) => -number) };
  if (value.type === 'string') return failExecution('a string has no sign');
  return mapVector(scope, value, (number) => -number);
}

/** Returns what the operators and functions of an expression work with. */
export function scopeOf(grid: Grid, evaluation: Evaluation, depth = 0): Scope {
  return {
    evaluation,
    grid,
    evaluate: (part, other) => evaluateAt(part, scopeOf(other ?? grid, evaluation, depth + 1), depth),
  };
}

async function evaluateAt(expr: Expr, scope: Scope, depth: number): Promise<Value> {
  const { evaluation, grid } = scope;
  const pause = evaluation.tick(grid.count);
  if (pause !== undefined) await pause;
  // Deep expressions would use up the stack: it is left behind from time to time.
  if (depth % 100 === 99) await undefined;
  switch (expr.type) {
    case 'number':
      return { type: 'scalar', values: new Float64Array(grid.count).fill(expr.value) };
    case 'string':
      return { type: 'string', value: expr.value };
    case 'vectorSelector':
      return selectVector(expr, scope);
    case 'call':
      return callFunction(scope, expr);
    case 'aggregation':
      return aggregate(scope, expr);
    case 'binary':
      return evaluateBinary(scope, expr);
    case 'unary':
      return expr.operator === '-' ? negate(scope, expr.expr) : scope.evaluate(expr.expr);
    case 'paren':
      return scope.evaluate(expr.expr);
    default:
      return failExecution('a range vector can only be the argument of a function');
  }
}

/** Evaluates an expression, other than a bare range, at all steps of a grid. */
export function evaluateExpr(expr: Expr, grid: Grid, evaluation: Evaluation): Promise<Value> {
  return scopeOf(grid, evaluation).evaluate(expr);
}
