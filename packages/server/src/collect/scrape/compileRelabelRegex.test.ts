import { describe, expect, it } from 'vitest';
import { compileRelabelRegex } from './compileRelabelRegex.ts';

describe('compileRelabelRegex', () => {
  it.each([
    ['a|b', 'b', true],
    ['a|b', 'ab', false],
    ['(?i)abc', 'ABC', true],
    ['[[:alpha:]_]+', 'abc_', true],
    ['[[:alpha:]_]+', 'abc1', false],
    ['[^[:space:]]', ' ', false],
    ['\\Qa.b*\\E+', 'a.b**', true],
    ['\\Qa.b', 'axb', false],
    ['\\Aa\\z', 'a', true],
    ['\\pL+\\P{L}', 'äö1', true],
    ['(?P<x>a)(?:b)(?<y>c)', 'abc', true],
    ['\\(?=\\)', '(=)', true],
    ['a\\-b\\_c', 'a-b_c', true],
    ['.', '\n', true],
  ])('reads %s as RE2 does for %j', (pattern, text, matches) => {
    expect(compileRelabelRegex(pattern).test(text)).toBe(matches);
  });

  it.each(['(?=a)', 'a(?!b)', '(?<=a)b', '(?<!a)b', 'a(?i:b)', 'a(?i)b', '(a)\\1', '[[:bogus:]]', '(', '*', '[a'])(
    'refuses %s',
    (pattern) => {
      expect(() => compileRelabelRegex(pattern)).toThrow(SyntaxError);
    },
  );
});
