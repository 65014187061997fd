import type { CompileMatchers } from '../alerting/silences.ts';

/** Compiles matchers with the regular expressions of JavaScript, which do for the simple ones of a test. */
export const compileMatchers: CompileMatchers = (matchers) => {
  const tests = matchers.map(({ name, operator, value }) => {
    const isRegex = operator === '=~' || operator === '!~';
    const regex = isRegex ? new RegExp(`^(?:${value})$`) : undefined;
    const isNegative = operator.startsWith('!');
    return { name, isMatch: (text: string) => (regex?.test(text) ?? text === value) !== isNegative };
  });
  return (labels) => tests.every(({ name, isMatch }) => isMatch(labels[name] ?? ''));
};
