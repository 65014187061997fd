import { describe, expect, it } from 'vitest';
import { checkTypes } from './checkTypes.ts';
import { formatExpr } from './formatExpr.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { parseExpr } from './parseExpr.ts';
import { printExpr } from './printExpr.ts';

/** Chains within parentheses at the start of other chains: each is short enough, and all together are one deep tree. */
function chains(levels: number, length: number): string {
  return Array.from({ length: levels }).reduce<string>((inner) => `(${inner})${' + a'.repeat(length)}`, 'a');
}

describe('how deep an expression may be', () => {
  it.each([
    ['chains within chains', chains(12, 900)],
    ['chains of durations', `a[1m${' + 1'.repeat(2000)}]`],
    ['chains of durations in an offset', `a offset (1m${' + 1'.repeat(2000)})`],
    ['chains of durations in a subquery', `rate(a[1h:1m${' * 1'.repeat(2000)}])`],
  ])('is bounded for %s', (_, query) => {
    expect(() => parseExpr(query)).toThrow(PromqlSyntaxError);
    expect(() => parseExpr(query, { checkTypes: false })).toThrow('expression is nested more than 1500 levels deep');
  });

  it('leaves room to walk whatever is parsed', () => {
    for (const query of [chains(1, 1000), chains(7, 200), `a[1m${' + 1'.repeat(1490)}]`]) {
      const expr = parseExpr(query);
      expect(checkTypes(expr)).toBe(query.endsWith(']') ? 'matrix' : 'vector');
      expect(printExpr(expr)).toBe(query);
      expect(formatExpr(expr).length).toBeGreaterThanOrEqual(query.length);
    }
  });
});
