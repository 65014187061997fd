import { GlasspaneError, type Labels, type Matcher } from '@glasspane/core';

/**
 * Returns whether labels satisfy all matchers, for backends that cannot filter alerts themselves. A label that is missing
 * counts as empty, and regular expressions match the whole value.
 *
 * @throws {@link GlasspaneError} `invalid` when a regular expression is none.
 */
export function matchesLabels(labels: Labels, matchers: readonly Matcher[]): boolean {
  return matchers.every(({ name, operator, value }) => {
    const actual = labelOf(labels, name);
    if (operator === '=') return actual === value;
    if (operator === '!=') return actual !== value;
    return wholeText(value).test(actual) === (operator === '=~');
  });
}

/** Returns the value of a label, empty where it is missing. A name may be one that every object has. */
export function labelOf(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}

function wholeText(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 's');
  } catch (cause) {
    throw new GlasspaneError('invalid', `"${pattern}" is no regular expression; check its brackets.`, { cause });
  }
}
