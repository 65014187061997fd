import { isDeepStrictEqual } from 'node:util';
import { type Expr, formatExpr, parseExpr, printExpr, sortMatchers } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { dashboardQueries, hasCorpus, testDataQueries } from './languageCorpus.ts';

if (!hasCorpus) console.warn('skipped: queries of others needs ../shared/promql and ../shared/dashboards');

/** Returns the tree without positions. */
function shapeOf(expr: Expr): unknown {
  return JSON.parse(
    JSON.stringify(expr, (key, value: unknown) => {
      if (key === 'start' || key === 'end') return undefined;
      return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)) ? `${1 / value}` : value;
    }),
  );
}

describe.skipIf(!hasCorpus)('queries of others', () => {
  it.each([
    ['the test data of Prometheus', testDataQueries, 1500, false],
    ['dashboards', dashboardQueries, 1900, true],
  ])('of %s give the same tree when they are printed and read again', (_, read, least, isTyped) => {
    const queries = read();
    // Were they not found, nothing would be proven.
    expect(queries.length).toBeGreaterThan(least);
    const different = queries.filter((query) => {
      const expr = parseExpr(query, { checkTypes: isTyped });
      const again = parseExpr(printExpr(expr), { checkTypes: isTyped });
      return !isDeepStrictEqual(shapeOf(again), shapeOf(expr));
    });
    expect(different).toEqual([]);
  });

  it('are the same in several lines, but for the order of conditions', () => {
    const queries = [...testDataQueries(), ...dashboardQueries()];
    const formatted = queries.map((query) => formatExpr(parseExpr(query, { checkTypes: false })));
    expect(formatted.filter((text) => text.includes('\n')).length).toBeGreaterThan(500);
    const different = queries.filter((query, index) => {
      const again = parseExpr(formatted[index] ?? '', { checkTypes: false });
      return printExpr(again) !== printExpr(sortMatchers(parseExpr(query, { checkTypes: false })));
    });
    expect(different).toEqual([]);
  });
});
