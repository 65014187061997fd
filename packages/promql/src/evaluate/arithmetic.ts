import type { BinaryOperator } from '../syntax/ast.ts';
import { isComparison } from '../syntax/operators.ts';
import { power } from './power.ts';

const operations: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => number>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': power,
  atan2: Math.atan2,
  '==': (left, right) => (left === right ? 1 : 0),
  '!=': (left, right) => (left !== right ? 1 : 0),
  '<': (left, right) => (left < right ? 1 : 0),
  '<=': (left, right) => (left <= right ? 1 : 0),
  '>': (left, right) => (left > right ? 1 : 0),
  '>=': (left, right) => (left >= right ? 1 : 0),
};

/** What an operator does with the samples of two numbers. */
export interface Operation {
  /** The result; for comparisons 1 or 0. `undefined` for operators that know histograms only. */
  readonly compute: ((left: number, right: number) => number) | undefined;
  /** Whether it keeps or drops samples instead of computing new ones. */
  readonly isFilter: boolean;
}

/** Returns what an operator does, `bool` taken into account. */
export function operationOf(operator: BinaryOperator, isBool: boolean): Operation {
  return { compute: operations[operator], isFilter: isComparison(operator) && !isBool };
}
