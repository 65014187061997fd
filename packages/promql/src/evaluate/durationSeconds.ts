import type { DurationExpr } from '../syntax/ast.ts';
import { largerOf, smallerOf } from './extremes.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { power } from './power.ts';

/** The query's own step and range, for durations computed from them. */
export interface QuerySpan {
  readonly stepSeconds: number;
  readonly rangeSeconds: number;
}

function compute(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? failExecution('division by zero') : left / right;
    case '%':
      return right === 0 ? failExecution('modulo by zero') : left % right;
    default:
      return power(left, right);
  }
}

/** Returns the value of a duration in seconds. */
export function durationSeconds(duration: DurationExpr, query: QuerySpan): number {
  switch (duration.type) {
    case 'durationLiteral':
      return duration.seconds;
    case 'durationSource':
      return duration.name === 'step' ? query.stepSeconds : query.rangeSeconds;
    case 'durationChoice': {
      const choose = duration.name === 'min_of' ? smallerOf : largerOf;
      return choose(durationSeconds(duration.left, query), durationSeconds(duration.right, query));
    }
    case 'durationBinary':
      return compute(duration.operator, durationSeconds(duration.left, query), durationSeconds(duration.right, query));
    case 'durationUnary':
      return (duration.operator === '-' ? -1 : 1) * durationSeconds(duration.expr, query);
    default:
      return durationSeconds(duration.expr, query);
  }
}
