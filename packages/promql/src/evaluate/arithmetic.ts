import type { BinaryOperator } from '../syntax/ast.ts';
import { isComparison } from '../syntax/operators.ts';
import { power } from './power.ts';

/** As Go computes it: where the quotient of two negative numbers is too small to be told from 0, the angle is π, not -π. */
function atan2(y: number, x: number): number {
  const isLost = y < 0 && x < 0 && x !== Number.NEGATIVE_INFINITY && y / x === 0;
  return isLost ? Math.PI : Math.atan2(y, x);
}

const operations: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => number>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': power,
  atan2,
  '==': (left, right) => (left === right ? 1 : 0),
  '!=': (left, right) => (left !== right ? 1 : 0),
  '<': (left, right) => (left < right ? 1 : 0),
  '<=': (left, right) => (left <= right ? 1 : 0),
  '>': (left, right) => (left > right ? 1 : 0),
  '>=': (left, right) => (left >= right ? 1 : 0),
};

/**
 * Computes a column from two. The usual operators have a loop of their own: calling a function for each number takes
 * several times as long.
 */
export function computeColumn(operator: BinaryOperator, left: Float64Array, right: Float64Array): Float64Array {
  const results = new Float64Array(left.length);
  const { length } = results;
  switch (operator) {
    case '+':
      for (let step = 0; step < length; step += 1) results[step] = (left[step] as number) + (right[step] as number);
      break;
    case '-':
      for (let step = 0; step < length; step += 1) results[step] = (left[step] as number) - (right[step] as number);
      break;
    case '*':
      for (let step = 0; step < length; step += 1) results[step] = (left[step] as number) * (right[step] as number);
      break;
    case '/':
      for (let step = 0; step < length; step += 1) results[step] = (left[step] as number) / (right[step] as number);
      break;
    default: {
      const compute = operations[operator] ?? (() => Number.NaN);
      for (let step = 0; step < length; step += 1) {
        results[step] = compute(left[step] as number, right[step] as number);
      }
    }
  }
  return results;
}

/** What an operator does with the samples of two numbers. */
export interface Operation {
  readonly operator: BinaryOperator;
  /** The result; for comparisons 1 or 0. `undefined` for operators that know histograms only. */
  readonly compute: ((left: number, right: number) => number) | undefined;
  /** Whether it keeps or drops samples instead of computing new ones. */
  readonly isFilter: boolean;
}

/** Returns what an operator does, `bool` taken into account. */
export function operationOf(operator: BinaryOperator, isBool: boolean): Operation {
  return { operator, compute: operations[operator], isFilter: isComparison(operator) && !isBool };
}
