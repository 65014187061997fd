import type { Matcher } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { faultOfMatchers, matchersOfLabels, printMatchers } from './matcherDrafts.ts';
import { matchesLabels } from './matchesLabels.ts';

const matcher = (name: string, operator: Matcher['operator'], value: string): Matcher => ({ name, operator, value });

describe('matchers of a silence', () => {
  it('start with all labels of the alert, its name first', () => {
    const matchers = matchersOfLabels({ service: 'api', alertname: 'x', env: 'prod' });
    expect(printMatchers(matchers)).toBe('{alertname="x", env="prod", service="api"}');
  });

  it.each([
    [[], /at least one matcher/],
    [[matcher('a', '=', '')], /not empty/],
    [[matcher('a', '!=', 'x'), matcher('b', '!~', 'y')], /not empty/],
    [[matcher(' ', '=', 'x')], /Name the label/],
  ])('are refused when they would silence everything, or name no label', (matchers, fault) => {
    expect(faultOfMatchers(matchers)).toMatch(fault);
  });

  it.each([[[matcher('a', '!=', '')]], [[matcher('a', '=~', '.+'), matcher('b', '!=', 'x')]]])(
    'are taken when one needs a value',
    (matchers) => {
      expect(faultOfMatchers(matchers)).toBeUndefined();
    },
  );
});

describe('matchesLabels', () => {
  it.each([
    [matcher('a', '=', 'x'), true],
    [matcher('a', '!=', 'x'), false],
    [matcher('a', '=~', 'x|y'), true],
    [matcher('a', '=~', ''), false],
    [matcher('a', '!~', 'y.*'), true],
    [matcher('missing', '=', ''), true],
    [matcher('missing', '!~', '.+'), true],
  ])('judges %j by the whole value', (wanted, expected) => {
    expect(matchesLabels({ a: 'x' }, [wanted])).toBe(expected);
  });

  it('says what is wrong with a regular expression', () => {
    expect(() => matchesLabels({}, [matcher('a', '=~', '(')])).toThrow('"(" is no regular expression');
  });
});
