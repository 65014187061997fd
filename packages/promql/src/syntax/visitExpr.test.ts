import { describe, expect, it } from 'vitest';
import { isIncremental } from './isIncremental.ts';
import type { Matcher } from './Matcher.ts';
import { parseExpr } from './parseExpr.ts';
import { parseSelector } from './parseSelector.ts';
import { printExpr, printSelector } from './printExpr.ts';
import { metricNameOf, rewriteExpr, selectorsIn, withMatchers } from './visitExpr.ts';

const tenant: Matcher = { name: 'tenant', operator: '=', value: 'a"b' };

describe('withMatchers', () => {
  it('leaves info() nothing to read but the tenant, also in expressions that were not checked', () => {
    const only = { name: 'tenant', operator: '=', value: 'a' } as const;
    const added = (query: string): string => printExpr(withMatchers(parseExpr(query, { checkTypes: false }), [only]));
    expect(added('info(m, ({data=~".+"}))')).toBe('info(m{tenant="a"}, {tenant="a"})');
    expect(added('info(m, sum(m), m)')).toBe('info(m{tenant="a"}, {tenant="a"})');
  });

  it.each([
    ['up', 'up{tenant="a\\"b"}'],
    ['up{tenant="other"}', 'up{tenant="other",tenant="a\\"b"}'],
    ['absent(up) or vector(1)', 'absent(up{tenant="a\\"b"}) or vector(1)'],
    ['x[5m] @ end()', 'x{tenant="a\\"b"}[5m] @ end()'],
    ['max_over_time(rate(x[1m])[1h:])', 'max_over_time(rate(x{tenant="a\\"b"}[1m])[1h:])'],
    ['topk(scalar(k), x)', 'topk(scalar(k{tenant="a\\"b"}), x{tenant="a\\"b"})'],
    ['info(x, {data=~".+"})', 'info(x{tenant="a\\"b"}, {data=~".+",tenant="a\\"b"})'],
    ['info(x)', 'info(x{tenant="a\\"b"}, {tenant="a\\"b"})'],
    ['{__name__=~"a|b"}', '{__name__=~"a|b",tenant="a\\"b"}'],
  ])('reaches every selector of %s', (query, expected) => {
    const printed = printExpr(withMatchers(parseExpr(query), [tenant]));
    expect(printed).toBe(expected);
    expect(selectorsIn(parseExpr(printed)).every(({ matchers }) => matchers.at(-1)?.value === tenant.value)).toBe(true);
  });
});

describe('rewriteExpr', () => {
  it('replaces nodes from the inside out, and keeps what does not change', () => {
    const expr = parseExpr('sum(a) + sum(b)');
    const rewritten = rewriteExpr(expr, (node) =>
      node.type === 'vectorSelector' && metricNameOf(node) === 'a' ? { ...node, matchers: parseSelector('c') } : node,
    );
    expect(printExpr(rewritten)).toBe('sum(c) + sum(b)');
    expect(rewritten).toHaveProperty('right', expr.type === 'binary' ? expr.right : undefined);
    expect(rewriteExpr(expr, (node) => node)).toBe(expr);
  });
});

describe('parseSelector', () => {
  it.each(['up', 'up{job="a",x!~"b.*"}', '{__name__=~"a.*"}', '{"odd name"}'])('reads %s', (text) => {
    expect(parseSelector(printSelector(parseSelector(text)))).toEqual(parseSelector(text));
  });

  it.each(['', 'up[5m]', 'up offset 5m', 'sum(up)', '1', 'up or down', 'sum'])('refuses %j', (text) => {
    expect(() => parseSelector(text)).toThrow(/parse error/);
  });
});

describe('isIncremental', () => {
  it.each([
    ['sum by (job) (rate(x[5m] offset 1h))', true],
    ['max_over_time(rate(x[1m])[1h:5m])', true],
    ['predict_linear(x[1h], 3600) > time()', true],
    ['increase(x[5m] anchored)', true],
    ['x @ 10', false],
    ['x @ end()', false],
    ['x offset -5m', false],
    ['increase(x[5m] smoothed)', false],
    ['x[step()]', false],
    ['x[5m] offset (1h / 2)', false],
    ['vector(range())', false],
    ['x - end()', false],
    ['rate(x[1m])[1h:5m] @ start()', false],
  ])('is for %s: %s', (query, expected) => {
    expect(isIncremental(parseExpr(query))).toBe(expected);
  });
});
