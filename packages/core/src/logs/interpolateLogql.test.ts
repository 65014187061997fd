import { describe, expect, it } from 'vitest';
import { allValue } from '../variables/variableValues.ts';
import { interpolateLogql } from './interpolateLogql.ts';
import { parseLogql } from './parseLogql.ts';
import { printLogql } from './printLogql.ts';

const filled = (text: string, variables: Record<string, string | readonly string[]>): string =>
  printLogql(interpolateLogql(parseLogql(text), variables));

describe('interpolateLogql', () => {
  it('fills in a value as a text, whatever it holds', () => {
    expect(filled('{app="$app"} |= "$word"', { app: 'a"}', word: '" |= "' })).toBe('{app="a\\"}"} |= "\\" |= \\""');
  });

  it('takes several values, and all of them, as a regular expression of a matcher', () => {
    expect(filled('{app="$app",env!="$app"}', { app: ['a.b', 'c'] })).toBe(
      '{app=~"(?:a\\\\.b|c)", env!~"(?:a\\\\.b|c)"}',
    );
    expect(filled('{app="x",env="$env"}', { env: allValue })).toBe('{app="x", env=~".*"}');
  });

  it('lets a value in a regular expression match itself only', () => {
    expect(filled('{app="x"} |~ "^$word$"', { word: 'a.*' })).toBe('{app="x"} |~ "^(?:a\\\\.\\\\*)$"');
  });

  it('refuses variables that do not exist, and all values where one text is needed', () => {
    expect(() => filled('{app="$nope"}', {})).toThrow('$nope');
    expect(() => filled('{app="x"} |= "$word"', { word: allValue })).toThrow('stands for all values');
  });
});
