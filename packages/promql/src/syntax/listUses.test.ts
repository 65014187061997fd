import { describe, expect, it } from 'vitest';
import { listUses } from './listUses.ts';
import { parseExpr } from './parseExpr.ts';

/** Metrics, and labels with their roles, as short texts. */
function usesOf(query: string): readonly [metrics: readonly string[], labels: readonly string[]] {
  const { metrics, labels } = listUses(parseExpr(query));
  return [metrics.map(({ text }) => text), labels.map(({ name, roles }) => `${name}: ${roles.join(' ')}`)];
}

describe('listUses', () => {
  it.each([
    ['up', ['up'], []],
    ['1 + time()', [], []],
    ['sum by (job) (rate(x{code="500"}[5m]))', ['x'], ['job: grouping', 'code: condition']],
    ['x / on (a, b) group_left (c) y', ['x', 'y'], ['a: matching', 'b: matching', 'c: copied']],
    ['sum without (a) (x) or max_over_time(x{a!="b"}[5m:])', ['x'], ['a: grouping condition']],
    ['{__name__=~"a|b",c="d"}', ['{__name__=~"a|b",c="d"}'], ['c: condition']],
    ['{"odd name"}', ['odd name'], []],
    ['label_replace(x, "d", "$1", "s", "(.*)")', ['x'], ['s: read', 'd: written']],
    ['label_join(x, "d", "-", "a", "b")', ['x'], ['a: read', 'b: read', 'd: written']],
    ['sort_by_label(x, "a", "b")', ['x'], ['a: read', 'b: read']],
    ['histogram_quantile(0.9, sum by (le, job) (x))', ['x'], ['le: read grouping', 'job: grouping']],
    ['histogram_quantiles(x, "q", 0.5, 0.9)', ['x'], ['le: read', 'q: written']],
    ['count_values("v", x)', ['x'], ['v: written']],
    ['info(x, {version=~".+",__name__="build_info"})', ['x'], ['version: copied', '__name__: copied']],
    ['count by (__name__) ({job="a"})', ['{job="a"}'], ['__name__: grouping', 'job: condition']],
    ['topk(scalar(k), x @ end() offset 5m)', ['k', 'x'], []],
  ])('finds those of %s', (query, metrics, labels) => {
    expect(usesOf(query)).toEqual([metrics, labels]);
  });

  it('says where they stand, each once', () => {
    const query = 'x{a="1"} + ignoring (a) x - sum by (a) (y)';
    const { metrics, labels } = listUses(parseExpr(query));
    const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => query.slice(start, end);
    expect(metrics.map(({ name, places }) => [name, places.map(cut)])).toEqual([
      ['x', ['x{a="1"}', 'x']],
      ['y', ['y']],
    ]);
    expect(labels.map(({ places }) => places.map(cut))).toEqual([
      ['x{a="1"} + ignoring (a) x', 'x{a="1"}', 'sum by (a) (y)'],
    ]);
  });
});
