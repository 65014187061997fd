import { compileMatchers, type Labels } from '@glasspane/promql';
import { type Expr, type Matcher, metricNameOf, selectorsIn, visitExpr } from '@glasspane/promql/syntax';
import type { RemoteSeries } from '../support/remoteWrite.ts';
import type { Random } from './Random.ts';

const INTERVAL_MS = 30_000;
const LENGTH_MS = 3_600_000;
const BOUNDS = ['0.005', '0.1', '1', '10', '+Inf'];

/** Returns a value that a matcher lets through, where one is easily found. */
function valueFor({ operator, value }: Matcher): string {
  if (operator === '=') return value;
  if (operator === '!=' || operator === '!~') return 'other';
  const [first = ''] = value.replace(/^\^|\$$|^\(|\)$|^\(\?i:?\)?/g, '').split('|');
  return first.replace(/\.[*+]\??|\\.|\[[^\]]*\][*+]?|[()?^$]/g, (part) =>
    /^\\[.-]/.test(part) ? part.slice(1) : 'v',
  );
}

/** Returns the labels by which an expression groups and matches: series that differ in them make it say more. */
function labelsNamedIn(expr: Expr): readonly string[] {
  const names = new Set<string>();
  visitExpr(expr, (node) => {
    if (node.type === 'aggregation' && !node.isWithout) for (const name of node.grouping) names.add(name);
    if (node.type === 'binary') for (const name of node.matching?.labels ?? []) names.add(name);
  });
  for (const name of ['le', '__name__', 'quantile']) names.delete(name);
  return [...names];
}

/** A counter stays far from zero, where version 3 computes rates in another way. */
function samplesOf(random: Random, startMs: number, isCounter: boolean): RemoteSeries['samples'] {
  const samples: [number, number][] = [];
  let value = random.whole(1_000_000, 2_000_000);
  const firstMs = startMs + random.whole(100, INTERVAL_MS - 1000);
  for (let timeMs = firstMs; timeMs < startMs + LENGTH_MS; timeMs += INTERVAL_MS) {
    value = isCounter ? value + random.whole(0, 400) / 4 : random.whole(1, 4000) / 4;
    // Never at a full second: nothing lies on the edge of a window.
    samples.push([timeMs % 1000 === 0 ? timeMs + 100 : timeMs, value]);
  }
  return samples;
}

/** Returns series that the selectors of the expressions find, two or three for each. */
export function dashboardData(random: Random, exprs: readonly Expr[], startMs: number): readonly RemoteSeries[] {
  const found = new Map<string, RemoteSeries>();
  const add = (labels: Labels): void => {
    const entries = Object.entries(labels).filter(([, value]) => value !== '');
    const key = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    const isCounter = /_(?:total|count|sum|bucket)$/.test(labels.__name__ ?? '');
    if (!found.has(key))
      found.set(key, { labels: Object.fromEntries(entries), samples: samplesOf(random, startMs, isCounter) });
  };
  for (const expr of exprs) {
    const named = labelsNamedIn(expr);
    for (const selector of selectorsIn(expr)) {
      const name = metricNameOf(selector);
      if (name === undefined) continue;
      const isWanted = compileMatchers(selector.matchers);
      const fixed = Object.fromEntries(selector.matchers.map((matcher) => [matcher.name, valueFor(matcher)]));
      for (const value of ['a', 'b']) {
        const labels: Labels = {
          ...Object.fromEntries(named.map((label) => [label, value])),
          instance: `${value}:1`,
          ...fixed,
        };
        const bounds = name.endsWith('_bucket') && fixed.le === undefined ? BOUNDS : [''];
        for (const le of bounds)
          if (isWanted({ ...labels, le: fixed.le ?? le })) add({ ...labels, le: fixed.le ?? le });
      }
    }
  }
  return [...found.values()];
}
