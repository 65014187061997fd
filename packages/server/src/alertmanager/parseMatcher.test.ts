import { describe, expect, it } from 'vitest';
import { parseMatcher, parseMatchers } from './parseMatcher.ts';

describe('parseMatcher', () => {
  it.each([
    ['a=b', { name: 'a', operator: '=', value: 'b' }],
    [' a = "b c" ', { name: 'a', operator: '=', value: 'b c' }],
    ['a!=""', { name: 'a', operator: '!=', value: '' }],
    ['a=~"x|y.*"', { name: 'a', operator: '=~', value: 'x|y.*' }],
    ['a!~x+', { name: 'a', operator: '!~', value: 'x+' }],
    ['a="q\\"q\\\\n\\n"', { name: 'a', operator: '=', value: 'q"q\\n\n' }],
  ])('reads %s', (text, matcher) => {
    expect(parseMatcher(text)).toEqual(matcher);
  });

  it.each([
    ['a', 'bad matcher format: a'],
    ['9="x"', 'bad matcher format: 9="x"'],
    ['a="x"y"', 'matcher value contains unescaped double quote: "x"y"'],
    ['a=~"("', 'missing closing )'],
  ])('refuses %s', (text, message) => {
    expect(() => parseMatcher(text)).toThrow(message);
  });
});

describe('parseMatchers', () => {
  it('reads several, with and without braces', () => {
    const both = [
      { name: 'a', operator: '=', value: 'x,y}' },
      { name: 'b', operator: '!=', value: 'z' },
    ];
    expect(parseMatchers('{a="x,y}", b!="z",}')).toEqual(both);
    expect(parseMatchers('a="x,y}",b!=z')).toEqual(both);
  });

  it('refuses a brace that is not closed', () => {
    expect(() => parseMatchers('{a="x"')).toThrow('bad matcher format');
  });
});
