import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expr } from './ast.ts';
import { isIncremental } from './isIncremental.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { parseExpr } from './parseExpr.ts';
import { parseSelector } from './parseSelector.ts';
import { printExpr } from './printExpr.ts';
import { selectorsIn, withMatchers } from './visitExpr.ts';

const sharedFolder = path.resolve(import.meta.dirname, '../../../../../shared');

/** Returns the tree without positions. */
function shapeOf(expr: Expr): unknown {
  return JSON.parse(
    JSON.stringify(expr, (key, value: unknown) => {
      if (key === 'start' || key === 'end') return undefined;
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    }),
  );
}

/** Returns all queries of the PromQL test data. */
function testQueries(): string[] {
  const folder = path.join(sharedFolder, 'promql/testdata');
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test'));
  return files.flatMap((name) =>
    fs
      .readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const match = /^\s*eval(?:_\w+)? (?:instant at \S+|range from \S+ to \S+ step \S+) (.*)$/i.exec(line);
        return match?.[1] === undefined ? [] : [match[1]];
      }),
  );
}

const queries = [
  'up',
  '1 + 2 * 3 ^ 4 ^ 5 - -6',
  '-1 ^ 2',
  '2 ^ -1 * 3',
  '(a + b) * c',
  'a - (b - c)',
  'foo{job="a",instance!="b",x=~"c.*",y!~"d"}',
  '{"odd name","odd label"="v"}',
  '{__name__="sum"}',
  'sum by (a, "odd label") (x) / on (a) group_left (b) y',
  'a * on () group_right () b',
  'a + fill (0) b',
  'a + ignoring (x) fill_left (5) fill_right (-Inf) b',
  'a == bool 1',
  'x[5m] offset 1h @ 1.5',
  'sum_over_time(rate(x[1m])[1h:5m] @ end() offset -5m)',
  'x[step() * 2 + 1]',
  'x offset (1h / 2)',
  'x offset -min_of(step(), 5s)',
  'increase(x[5m] anchored)',
  'x offset 5m smoothed',
  'topk(3, x)',
  'count_values("v", x)',
  'quantile without (a) (0.9, x)',
  '1h30m + 5m',
  'Inf - NaN',
  'label_replace(x, "a", "$1\\n\\"", "b", "(.*)")',
  '"\\xff\\u00e9"',
  'info(x, {data=~".+"})',
];

describe('parseExpr and printExpr', () => {
  it.each([...queries, ...testQueries()])('gives the same tree for the printed text: %s', (query) => {
    let expr: Expr;
    try {
      expr = parseExpr(query, { checkTypes: false });
    } catch (error) {
      expect(error).toBeInstanceOf(PromqlSyntaxError);
      console.log(query, String(error));
      return;
    }
    expect(shapeOf(parseExpr(printExpr(expr), { checkTypes: false }))).toEqual(shapeOf(expr));
  });
});
