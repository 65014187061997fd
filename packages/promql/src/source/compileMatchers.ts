import { compileRegex } from '../regex/compileRegex.ts';
import type { Labels } from '../syntax/labels.ts';
import type { Matcher } from '../syntax/Matcher.ts';
import { PromqlSyntaxError } from '../syntax/PromqlSyntaxError.ts';

/**
 * Returns a function that says whether a value fulfils the matcher. Regular expressions are RE2, anchored at both ends,
 * and take time linear in the value.
 *
 * @throws {@link PromqlSyntaxError} When the regular expression is not valid.
 *
 * @public
 */
export function createMatcherPredicate({ operator, value }: Matcher): (value: string) => boolean {
  if (operator === '=') return (text) => text === value;
  if (operator === '!=') return (text) => text !== value;
  const regex = compileRegex(value);
  if (regex instanceof Error) throw new PromqlSyntaxError(regex.message, { start: 0, end: 0 }, '');
  return operator === '=~' ? (text) => regex.test(text) : (text) => !regex.test(text);
}

/**
 * Returns a function that says whether labels fulfil all matchers. An absent label counts as the empty string.
 *
 * @throws {@link PromqlSyntaxError} When a regular expression is not valid.
 *
 * @example
 * ```ts
 * const isWanted = compileMatchers(parseSelector('up{job=~"api|web"}'));
 * const wanted = series.filter(({ labels }) => isWanted(labels));
 * ```
 *
 * @public
 */
export function compileMatchers(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map((matcher) => [matcher.name, createMatcherPredicate(matcher)] as const);
  return (labels) => tests.every(([name, isMatch]) => isMatch(Object.hasOwn(labels, name) ? (labels[name] ?? '') : ''));
}
