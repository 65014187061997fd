import { isTemplateList, type TemplateValue } from './TemplateValue.ts';

/**
 * Returns whether two values are the same, as Go's templates see it.
 *
 * @throws Error When they are of different kinds, or cannot be compared.
 */
export function equals(left: TemplateValue, right: TemplateValue): boolean {
  if (left === null || right === null) return left === right;
  if (typeof left === 'object' || typeof right === 'object')
    throw new Error(`error calling eq: ${nonComparable(left)}`);
  if (typeof left !== typeof right) throw new Error('error calling eq: incompatible types for comparison');
  return left === right;
}

/**
 * Returns whether one value comes before another.
 *
 * @throws Error When they are of different kinds, or have no order.
 */
export function isLess(name: string, left: TemplateValue, right: TemplateValue): boolean {
  const kind = typeof left;
  if (kind !== typeof right) throw new Error(`error calling ${name}: incompatible types for comparison`);
  if (kind !== 'string' && kind !== 'number' && kind !== 'bigint') {
    throw new Error(`error calling ${name}: invalid type for comparison`);
  }
  return (left as string) < (right as string);
}

function nonComparable(value: TemplateValue): string {
  const isList = value !== null && isTemplateList(value);
  return `non-comparable type${isList ? ' of a list' : ''}`;
}
