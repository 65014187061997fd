import type { SpecialValue, ValueMapping } from '../dashboard/FieldOptions.ts';
import { matchPattern } from './matchPattern.ts';

/**
 * Returns the first mapping that a value satisfies, its text filled in; `undefined` as a value is a gap. A mapping without
 * a condition applies to nothing, and a text satisfies a value or a range as the number that it writes.
 *
 * @public
 */
export function findMapping(
  value: number | string | undefined,
  mappings: readonly ValueMapping[] | undefined,
): ValueMapping | undefined {
  for (const mapping of mappings ?? []) {
    const text = textOf(value, mapping);
    if (text !== undefined) return text === mapping.text ? mapping : { ...mapping, text };
  }
  return undefined;
}

function textOf(value: number | string | undefined, mapping: ValueMapping): string | undefined {
  const { pattern, special, text } = mapping;
  if (pattern !== undefined) {
    const found = value === undefined ? undefined : matchPattern(`^(?:${pattern})$`, String(value));
    return found && text.replace(/\$(\d)/g, (_, group: number) => found[group] ?? '');
  }
  return (special === undefined ? isWithin(value, mapping) : isSpecial(value, special)) ? text : undefined;
}

function isWithin(value: number | string | undefined, { value: exact, from, to }: ValueMapping): boolean {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return false;
  const number = Number(value);
  if (exact !== undefined) return exact === number || Object.is(exact, value);
  const isRange = from !== undefined || to !== undefined;
  return isRange && number >= (from ?? Number.NEGATIVE_INFINITY) && number <= (to ?? Number.POSITIVE_INFINITY);
}

function isSpecial(value: number | string | undefined, special: SpecialValue): boolean {
  switch (special) {
    case 'null':
      return value === undefined;
    case 'nan':
      return Number.isNaN(value);
    case 'null+nan':
      return value === undefined || Number.isNaN(value);
    case 'inf':
      return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
    case 'empty':
      return value === '';
  }
}
