import type { BinaryOperator } from './ast.ts';

const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<', '<=', '>', '>=', '</', '>/'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
];

const precedences: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  levels.flatMap((operators, index) => operators.map((operator) => [operator, index + 1] as const)),
);

/** The level of `^`, the only operator that associates to the right. A sign binds just below it. */
export const powerPrecedence = 6;

/** Returns the precedence of a binary operator, 1 being the lowest, or `undefined` for another text. */
export function precedenceOf(operator: string): number | undefined {
  return precedences.get(operator);
}

/** Narrows a text to a binary operator. */
export function isBinaryOperator(text: string): text is BinaryOperator {
  return precedences.has(text);
}

/** Returns whether the operator works on sets of series. */
export function isSetOperator(operator: BinaryOperator): boolean {
  return operator === 'and' || operator === 'or' || operator === 'unless';
}

/** Returns whether the operator compares numbers. */
export function isComparison(operator: BinaryOperator): boolean {
  return precedences.get(operator) === 3 && !operator.endsWith('/');
}
