import { expect, it } from 'vitest';
import { matchersOf } from './matchersOf.ts';

it('gives each selector once, whatever the order of its matchers, ranges and subqueries included', () => {
  const exprs = ['rate(a{x="1", y=~"2"}[5m]) / a{y=~"2", x="1"}', 'max_over_time(b[1h:1m]) + a', 'sum(', 'vector(1)'];
  expect(matchersOf(exprs)).toEqual([
    [
      { name: '__name__', operator: '=', value: 'a' },
      { name: 'y', operator: '=~', value: '2' },
      { name: 'x', operator: '=', value: '1' },
    ],
    [{ name: '__name__', operator: '=', value: 'b' }],
    [{ name: '__name__', operator: '=', value: 'a' }],
  ]);
});
