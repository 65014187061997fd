import type { core } from 'zod/mini';

type Issue = core.$ZodRawIssue;

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** Says for people what is wrong with a value: what was expected, and what is there instead. */
export function describeIssue(issue: Issue): string {
  const found = describeValue(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${typeName(issue.expected)}, found ${found}`;
    case 'invalid_value':
      return `expected ${oneOf(issue.values)}, found ${found}`;
    case 'too_small':
      return describeBound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum, found);
    case 'too_big':
      return describeBound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum, found);
    case 'not_multiple_of':
      return `expected a multiple of ${issue.divisor}, found ${found}`;
    case 'invalid_format':
      return `expected a text of the form "${issue.format === 'regex' ? issue.pattern : issue.format}", found ${found}`;
    case 'unrecognized_keys':
      return `has fields that are not known here: ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_key':
      return 'has a name that is not allowed here';
    case 'invalid_union':
      return describeUnion(issue.errors, found);
    default:
      return `does not accept ${found}`;
  }
}

function describeUnion(errors: readonly (readonly core.$ZodIssue[])[], found: string): string {
  const reasons = new Set(errors.flatMap((issues) => issues.map(({ message }) => message)));
  return reasons.size === 0 ? `none of the forms it may have fits ${found}` : [...reasons].join('; or ');
}

function describeBound(origin: string, bound: string, limit: number | bigint, found: string): string {
  if (origin === 'string') {
    return bound === 'at least' && Number(limit) === 1
      ? 'must not be empty'
      : `expected a text of ${bound} ${limit} characters, found ${found}`;
  }
  if (origin === 'array' || origin === 'set')
    return `expected ${bound} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  return `expected ${bound} ${limit}, found ${found}`;
}

const typeName = (expected: string): string =>
  Object.hasOwn(typeNames, expected) ? (typeNames[expected] ?? expected) : expected;

function oneOf(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value) ?? String(value));
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

const maxQuoted = 40;

/** Names a value in a message: short values as they are, others by what they are. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string')
    return JSON.stringify(value.length > maxQuoted ? `${value.slice(0, maxQuoted)}…` : value);
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
